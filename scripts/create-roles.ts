import { readRolesEnv } from '#config/env.ts';
import { createRoles } from '#db/roles/create-roles.ts';
import { roleNames } from '#db/roles/names.ts';
import { Problem, explain } from '#scripts/system/problem.ts';

/**
 * Makes the database's roles on given servers, as its administrator, and hands over to their owner what an earlier release made: before
 * `scripts/set-up.ts`. Running it again gives the roles these passwords and changes nothing else.
 */
function readSettings() {
  try {
    return readRolesEnv();
  } catch (error) {
    throw new Problem((error as Error).message, { cause: error });
  }
}

try {
  const env = readSettings();
  await createRoles(env.DATABASE_ADMIN_URL, {
    owner: env.DATABASE_OWNER_PASSWORD,
    web: env.DATABASE_WEB_PASSWORD,
    worker: env.DATABASE_WORKER_PASSWORD,
  });
  process.stdout.write(`Database roles: ${Object.values(roleNames).join(', ')}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
