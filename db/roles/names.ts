/** The database roles of the platform: who owns the tables and changes the schema, and what each process connects as. */
export const roleNames = { owner: 'parle_owner', web: 'parle_web', worker: 'parle_worker' } as const;

export type Role = keyof typeof roleNames;

/** The roles that processes connect as. */
export type ProcessRole = Exclude<Role, 'owner'>;

/** The same database, reached as a role. */
export function addressAs(role: Role, databaseUrl: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = roleNames[role];
  url.password = encodeURIComponent(password);
  return url.href;
}
