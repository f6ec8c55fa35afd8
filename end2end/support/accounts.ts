// The ready-made accounts of the demo company, as `preau demo --json` printed them.
export type Account = { role: string; email: string; name: string };

const demo: { password: string; accounts: Account[]; away?: string[]; invitation: string; reset: string } = JSON.parse(
  process.env.PREAU_ACCOUNTS ?? '{"password":"","accounts":[],"away":[],"invitation":"","reset":""}',
);

export const password = demo.password;
/** Addresses of people who have read nothing for three weeks; each comes back once. */
export const away: string[] = demo.away ?? [];
/** Token of an invitation that nobody has answered. No test accepts it: it is there to be looked at. */
export const invitation = demo.invitation;

/** Token of a link by which somebody chooses a new password. No test uses it: it is there to be looked at. */
export const reset = demo.reset;

/** The first account of a role, for example `account("employee")`; `nth` for another of the same role. */
export function account(role: string, nth = 0): Account {
  const found = demo.accounts.filter((one) => one.role === role)[nth];
  if (!found) throw new Error(`The demo company has no account ${nth} of the role ${role}: ${demo.accounts.map((one) => one.role).join(", ")}`);
  return found;
}
