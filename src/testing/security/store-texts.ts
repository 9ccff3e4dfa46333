import { expect } from 'vitest'
import type { World } from '../world.ts'
import type { Person } from '../world-client.ts'
import { type Address, addressesOf, filled, type Shape, textFields } from './open-api.ts'

/** Signs by which a spreadsheet takes a text for a formula; the wide ones come from Chinese keyboards. */
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r='] as const
/** A text that is a script to a page and a formula to a spreadsheet, with every sign that HTML escapes. */
export const hostileText = (n: number): string => `${signs[n % signs.length]}<x${n} a="'&>`
/** The same as it stands in JSON, and as it must stand in HTML. */
export const hostile = /<x\d+ a="'&>/g
export const escapedHostile = /&lt;x\d+ a=&quot;&#39;&amp;&gt;/g

/** Fields that hold no text of anybody's: words that name something, and what is hashed or compared and never kept. */
const notKept =
  /^post \/api\/auth\/|password$|\.(place|identity|secret)$|offices \.title$|(screen|solved) \.matter$|take \.sheet$|changes \.mark$|\.matter\.(category|categoryZh|categoryEn|answers)$/

/** Beside those, what makes a district out of nothing: it wants a world of its own. */
const isLeft = new RegExp(`${notKept.source}|^post /api/set-up `)

/** Sends a hostile text into every field that takes one, as people would, and remembers which fields took it. */
export interface TextWalk {
  readonly world: World
  /**
   * Posts to an address of the OpenAPI document: `fixed` says what a text cannot, every open text field is filled.
   * `{id}` and the like are taken from `at`, in their order.
   */
  readonly post: <Body = { readonly id: string }>(
    who: Person,
    path: string,
    fixed?: object,
    ...at: readonly string[]
  ) => Promise<Body>
  /** Fields as `post /api/offices .nameZh` that were sent a text and took it, with the numbers of those texts. */
  readonly fields: readonly { readonly name: string; readonly numbers: number[] }[]
  /** Fields of the document that no request filled, but for those that hold nobody's text. */
  readonly left: () => string[]
}

export async function openTextWalk(world: World): Promise<TextWalk> {
  const byRoute = new Map((await addressesOf(world.app)).map((one) => [one.route, one]))
  const took = new Map<string, number[]>()
  let count = 0
  const bodyFor = ({ route, body }: Address, fixed: object) => {
    const sent: [name: string, number: number][] = []
    const text = (field: Shape, path: string) => {
      const name = `${route} ${path}`
      if (!isOpen(route, path, field)) return undefined
      count += 1
      sent.push([name, count])
      return hostileText(count)
    }
    return { sent, body: filled(body ?? {}, fixed, text) as object }
  }
  return {
    world,
    get fields() {
      return [...took].map(([name, numbers]) => ({ name, numbers }))
    },
    post: async <Body>(who: Person, path: string, fixed: object = {}, ...at: readonly string[]) => {
      const address = byRoute.get(`post ${path}`)
      if (!address) throw new Error(`no address post ${path}`)
      const ids = [...at]
      const url = path.replace(/\{\w+\}/g, () => ids.shift() ?? '')
      const { sent, body } = bodyFor(address, fixed)
      const answer = await who.post<Body>(url, body)
      expect(answer.status, `${url} ${JSON.stringify(body)} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      for (const [name, number] of sent) took.set(name, [...(took.get(name) ?? []), number])
      return answer.body
    },
    left: () =>
      [...byRoute.values()].flatMap(({ route, body }) =>
        body === null
          ? []
          : textFields(body, takesHostile)
              .map((path) => `${route} ${path}`)
              .filter((name) => !took.has(name) && !isLeft.test(name)),
      ),
  }
}

const takesHostile = ({ pattern }: Shape): boolean =>
  pattern === undefined || new RegExp(pattern, 'u').test(hostileText(1))
const isOpen = (route: string, path: string, field: Shape): boolean =>
  takesHostile(field) && !notKept.test(`${route} ${path}`)
