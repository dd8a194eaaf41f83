import type { SerializeFrom } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { Button } from '../ui/Button.tsx';
import { useT } from '../texts.tsx';
import { Details } from '../ui/layout/Details.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import type { loadDemonstration } from './present.server.ts';

type Groups = SerializeFrom<Awaited<ReturnType<typeof loadDemonstration>>>;

/** The people of the demonstration by role, with what waits for each; a button enters as one of them (ADR 33). `folded`: of each role, the first stands open. */
export function DemonstrationPeople({ groups, folded = false }: { groups: Groups; folded?: boolean }) {
  const t = useT();
  const Heading = folded ? 'h3' : 'h2';
  return (
    <form method="post" action={href(pages.accounts.demonstration)}>
      {groups.map(({ role, title, people }) => (
        <div key={role}>
          <Heading>{title}</Heading>
          <People people={folded ? people.slice(0, 1) : people} />
          {folded && people.length > 1 ? (
            <Details summary={t('demonstration:others', { count: people.length - 1 })}>
              <People people={people.slice(1)} />
            </Details>
          ) : null}
        </div>
      ))}
    </form>
  );
}

function People({ people }: Pick<Groups[number], 'people'>) {
  return (
    <ul className="pc-demonstration">
      {people.map((person) => (
        <li key={person.id}>
          <Button look="secondary" compact name="userId" value={person.userId}>
            <UserText inline>{person.enter}</UserText>
          </Button>
          <span>
            <UserText inline>{person.what}</UserText>
            {', '}
            {person.waiting}
          </span>
        </li>
      ))}
    </ul>
  );
}
