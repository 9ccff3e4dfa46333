import { demoPassword } from '../../../app/demo/accounts.ts'

/** Staff of the demonstration district who ask: the centre, a street, a community, a unit, a grid worker. */
export type Staff = 'zhongxin' | 'tongyin' | 'tongyin-shequ' | 'chengguan' | 'wangge1'

/** Signs somebody in as a browser does; returns the cookies. */
export async function signIn(port: number, username: Staff): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  if (!response.ok)
    throw new Error(`${username}: sign-in answered ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ')
}
