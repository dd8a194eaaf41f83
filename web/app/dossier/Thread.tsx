import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useNotKept, type Saved } from '../forms/not-kept.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { UserText } from '../ui/UserText.tsx';
import type { ThreadData } from './types.ts';

/** A conversation, headed by who reads it; the field repeats it. */
export function Thread({ thread, level = 2 }: { thread: ThreadData; level?: 2 | 3 }) {
  const t = useT();
  const Heading = `h${level}` as const;
  return (
    <section
      className={`pc-thread pc-thread-${thread.thread}`}
      id="discussion"
      aria-labelledby={`fil-${thread.thread}`}
    >
      <Heading id={`fil-${thread.thread}`}>{thread.title}</Heading>
      <p className="pc-thread-readers">
        <strong>{t('messages:whoReads')}</strong>
        <br />
        {thread.readers}
      </p>
      {thread.older ? <a href={thread.older}>{t('messages:older')}</a> : null}
      {thread.messages.length === 0 ? <Empty title={thread.empty} /> : <Messages messages={thread.messages} />}
      {thread.newest ? <a href={thread.newest}>{t('messages:newest')}</a> : null}
      {thread.note ? <Notice kind="neutral" title={thread.note} /> : null}
      {thread.write ? <MessageForm thread={thread} write={thread.write} /> : null}
    </section>
  );
}

function Messages({ messages }: { messages: ThreadData['messages'] }) {
  const t = useT();
  const firstNew = messages.findIndex((message) => message.isNew);
  return (
    <ol className="pc-messages">
      {messages.map((message, position) => (
        <li key={message.id} className={`pc-message${message.mine ? ' pc-message-mine' : ''}`}>
          {position === firstNew ? <p className="pc-new-mark">{t('messages:newMark')}</p> : null}
          <p className="pc-message-head">
            <strong>
              <UserText inline>{message.author}</UserText>
            </strong>{' '}
            ({message.role}), {message.at}
          </p>
          <UserText>{message.body}</UserText>
          {message.shared ? <p className="pc-message-head">{message.shared}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** The field keeps what is typed as a draft that only its author sees, with scripts or by its button. */
function MessageForm({ thread, write }: { thread: ThreadData; write: NonNullable<ThreadData['write']> }) {
  const t = useT();
  const saver = useFetcher<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLDivElement>(null);
  const save = () => {
    const form = field.current?.querySelector('form');
    if (!form) return;
    const data = new FormData(form);
    data.set('intent', 'autosave');
    saver.submit(data, { method: 'post' });
  };
  const onInput = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, 1500);
  };
  const savedAt = saver.data?.savedAt ?? write.savedAt;
  const notKept = useNotKept(saver.data);
  return (
    <div ref={field} onInput={onInput}>
      <Form name="message" values={{ body: write.body }} labels={{ body: t('messages:write') }}>
        <input type="hidden" name="messageId" value={write.messageId} />
        <input type="hidden" name="thread" value={thread.thread} />
        <TextArea name="body" label={t('messages:write')} hint={thread.readers} rows={5} />
        <p className="pc-saved" role="status">
          {saver.state !== 'idle'
            ? t('messages:saving')
            : notKept
              ? t('forms:notKept', { why: notKept })
              : savedAt
                ? t('messages:saved', { time: savedAt })
                : ''}
        </p>
        <ButtonGroup>
          <Button name="intent" value="send">
            {t('messages:send')}
          </Button>
          <Button look="tertiary" name="intent" value="save" formNoValidate>
            {t('messages:save')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
