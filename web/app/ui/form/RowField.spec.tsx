import { expect, test } from '@jest/globals';
import { renderToString } from 'react-dom/server';
import { FormContext } from './form-context.ts';
import { RowField } from './RowField.tsx';

const shown = (unanswered: boolean): string =>
  renderToString(
    <FormContext.Provider
      value={{ values: { messageId: 'the one that was sent' }, errors: {}, texts: null, prefix: '', unanswered }}
    >
      <RowField name="messageId" value="the next one" />
    </FormContext.Provider>,
  );

test('a form that nobody answered goes on with the row that it was sent with, any other with the page’s', () => {
  expect(shown(true)).toContain('value="the one that was sent"');
  expect(shown(false)).toContain('value="the next one"');
});
