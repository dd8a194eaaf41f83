import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { presentQueued } from './present.server.ts';

type Row = ReturnType<typeof presentQueued>;

/** Dossiers of the queue, with a box each: what is ticked goes to the page of the act, where whom one replaces is read first. */
export function QueueRows({ caption, rows, companies }: { caption: string; rows: Row[]; companies: boolean }) {
  const t = useT();
  const column = (name: string) => t(`queue:columns.${name}`);
  return (
    <form method="get" action={href(pages.queue.charge)} className="pc-form">
      <Table<Row>
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
          { label: column('status'), cell: ({ status }) => status },
          { label: column('turn'), cell: ({ turn, ours }) => (ours ? <Chip filled>{turn}</Chip> : turn) },
          { label: column('since'), nowrap: true, cell: ({ since, sinceAge }) => <Since day={since} age={sinceAge} /> },
          {
            label: column('submitted'),
            nowrap: true,
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
        </ButtonGroup>
      ) : null}
    </form>
  );
}

function Dossier({ row: { id, to, number, title, choose } }: { row: Row }) {
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

function Charge({ row: { charge, standIn, replacedBy } }: { row: Row }) {
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
