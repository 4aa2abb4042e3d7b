/**
 * A person at work: what each request of theirs carries.
 * @typedef {{ cookie: string, csrfToken: string }} SignedIn
 */

/**
 * @param {string} publicUrl
 * @param {string} email
 * @param {string} password
 * @returns {Promise<SignedIn>}
 */
export async function signIn(publicUrl, email, password) {
  const response = await fetch(`${publicUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response.status !== 201) throw new Error(`${email} could not sign in: ${await response.text()}`);
  const { csrfToken } = /** @type {{ csrfToken: string }} */ (await response.json());
  return { cookie: String(response.headers.getSetCookie()[0]).split(';')[0], csrfToken };
}

/**
 * @param {string} url
 * @param {SignedIn} person
 * @returns {Promise<any>} the answer's JSON
 */
export async function getAs(url, { cookie }) {
  const response = await fetch(url, { headers: { cookie } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return await response.json();
}
