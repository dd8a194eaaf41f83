import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table, type ColumnSort } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { presentQueued } from './present.server.ts';

export type QueueRow = ReturnType<typeof presentQueued>;

type Props = {
  caption: string;
  rows: QueueRow[];
  /** The reader is of several companies. */
  companies: boolean;
  /** A company of theirs has several places. */
  places: boolean;
  /** What the headings do, by column. */
  sorts?: Record<string, ColumnSort>;
};

/** Dossiers of the queue, with a box each: what is ticked goes to the page of the act, where whom one replaces is read first. */
export function QueueRows({ caption, rows, companies, places, sorts = {} }: Props) {
  const t = useT();
  const column = (name: string) => t(`queue:columns.${name}`);
  return (
    <form method="get" action={href(pages.queue.charge)} className="pc-form">
      <Table<QueueRow>
        caption={caption}
        rows={rows}
        rowKey={({ id }) => id}
        marked={({ ours }) => ours}
        dense
        columns={[
          { label: column('dossier'), cell: (row) => <Dossier row={row} /> },
          {
            label: column('consumer'),
            cell: ({ consumer, company }) => (
              <UserText inline>{companies ? `${consumer} (${company})` : consumer}</UserText>
            ),
          },
          ...(places ? [{ label: column('place'), cell: placeOf }] : []),
          { label: column('status'), cell: ({ status }) => status },
          { label: column('turn'), cell: ({ turn, ours }) => (ours ? <Chip filled>{turn}</Chip> : turn) },
          {
            label: column('since'),
            nowrap: true,
            sort: sorts['since'],
            cell: ({ since, sinceAge }) => <Since day={since} age={sinceAge} />,
          },
          {
            label: column('submitted'),
            nowrap: true,
            sort: sorts['submitted'],
            cell: ({ submitted, age }) => <Since day={submitted} age={age} />,
          },
          { label: column('charge'), cell: (row) => <Charge row={row} /> },
        ]}
      />
      {rows.some(({ choose }) => choose !== null) ? (
        <ButtonGroup>
          <Button look="secondary" name="acte" value="prendre">
            {t('queue:take')}
          </Button>
          <Button look="secondary" name="acte" value="confier">
            {t('queue:give')}
          </Button>
          {places ? (
            <Button look="secondary" formAction={href(pages.queue.establishment)}>
              {t('queue:put')}
            </Button>
          ) : null}
        </ButtonGroup>
      ) : null}
    </form>
  );
}

const placeOf = ({ place }: QueueRow) => (place ? <UserText inline>{place}</UserText> : '—');

function Dossier({ row: { id, to, number, title, choose } }: { row: QueueRow }) {
  return (
    <>
      {choose ? (
        <label className="qc-choicefield-label">
          <input className="qc-choicefield" type="checkbox" name="d" value={id} />
          <span className="qc-sr-only">{choose}</span>
        </label>
      ) : null}
      <a href={to}>
        {number} <UserText inline>{title}</UserText>
      </a>
    </>
  );
}

function Since({ day, age }: { day: string; age: string }) {
  return (
    <>
      {day}
      {age ? (
        <>
          <br />
          {age}
        </>
      ) : null}
    </>
  );
}

function Charge({ row: { charge, standIn, replacedBy } }: { row: QueueRow }) {
  return (
    <>
      <UserText inline>{charge}</UserText>
      {standIn ? (
        <>
          {' '}
          <Chip>{standIn}</Chip>
        </>
      ) : null}
      {replacedBy ? (
        <>
          <br />
          <UserText inline>{replacedBy}</UserText>
        </>
      ) : null}
    </>
  );
}
