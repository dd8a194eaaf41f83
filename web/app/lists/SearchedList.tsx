import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';
import { useFormReply } from '../ui/form/Form.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import type { SearchAnswer } from './answer-search.ts';
import { ListSearch } from './ListSearch.tsx';

type Props<Row> = {
  path: string;
  label: string;
  hint: string;
  /** What was found, as the list's own rows. */
  rowsOf: (found: Row[]) => ReactNode;
  /** The list itself, while nothing is looked for. */
  children: ReactNode;
};

/** A list with its search: the list, or what was found in its place, page by page. */
export function SearchedList<Row>({ path, label, hint, rowsOf, children }: Props<Row>) {
  const t = useT();
  const answer: unknown = useActionData();
  const reply = useFormReply();
  const found = isFound<Row>(answer) ? answer : null;
  const problem = reply?.errors['words'];
  const refused = reply?.refusal ? t(`errors:${reply.refusal.code}`, reply.refusal.params) : null;
  const typed = found?.words ?? String(reply?.values['words'] ?? '');
  return (
    <>
      {reply ? <ErrorSummary reply={reply} texts={null} labels={{ words: label }} prefix="" /> : null}
      <ListSearch {...{ path, label, hint, typed }} error={problem ? t(problem.key, problem.params ?? {}) : refused} />
      {found ? (
        <section>
          <h2>{t(found.following ? 'lists:search.foundNext' : 'lists:search.found')}</h2>
          {found.found.length === 0 ? (
            <Empty title={t('lists:search.none')}>
              <p>{t('lists:search.noneNote')}</p>
            </Empty>
          ) : (
            rowsOf(found.found)
          )}
          <FoundPager path={path} words={found.words} following={found.following} next={found.next} />
        </section>
      ) : (
        children
      )}
    </>
  );
}

/** Pages of what was found: forms, as the search itself is. */
function FoundPager({
  path,
  words,
  following,
  next,
}: {
  path: string;
  words: string;
  following: boolean;
  next: string | null;
}) {
  const t = useT();
  if (!following && next === null) return null;
  const page = (apres: string | null, label: string) => (
    <form method="post" action={path}>
      <input type="hidden" name="words" value={words} />
      {apres ? <input type="hidden" name="apres" value={apres} /> : null}
      <Button look="secondary" compact name="intent" value="search">
        {label}
      </Button>
    </form>
  );
  return (
    <nav aria-label={t('layout:pager.label')}>
      <ButtonGroup>
        {following ? page(null, t('lists:search.first')) : null}
        {next ? page(next, t('layout:pager.next')) : null}
      </ButtonGroup>
    </nav>
  );
}

function isFound<Row>(answer: unknown): answer is SearchAnswer<Row[]> {
  return typeof answer === 'object' && answer !== null && 'found' in answer && 'words' in answer;
}
