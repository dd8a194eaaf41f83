import type { SerializeFrom } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { Button } from '../ui/Button.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import type { loadDemonstration } from './present.server.ts';

type Groups = SerializeFrom<Awaited<ReturnType<typeof loadDemonstration>>>;

/** The people of the demonstration by role, with what waits for each; a button enters as one of them (ADR 33). */
export function DemonstrationPeople({ groups, headed = false }: { groups: Groups; headed?: boolean }) {
  return (
    <form method="post" action={href(pages.accounts.demonstration)}>
      {groups.map(({ role, title, people }) => (
        <div key={role}>
          {headed ? <h2>{title}</h2> : null}
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
        </div>
      ))}
    </form>
  );
}
