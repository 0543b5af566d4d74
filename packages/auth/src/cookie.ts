// Our own reader: exactly one session cookie of the right shape, or none. Lucia's throws on a malformed header and
// takes the last of two.
const TOKEN = /^[a-z2-7]{40}$/;

export const cookieName = (secure: boolean): string => (secure ? "__Host-yc_session" : "yc_session");

export function readToken(header: string | undefined, secure: boolean): string | undefined {
  const name = cookieName(secure);
  const found = (header ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter(([key]) => key === name);
  const [only] = found;
  const token = found.length === 1 && only?.length === 2 ? only[1] : undefined;
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}
