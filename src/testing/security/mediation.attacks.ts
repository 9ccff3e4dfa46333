import { type Attack, attack, get, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

/** Every address of a mediation, with a body that its committee would be let in with. */
const conducted: Readonly<Record<string, object | null>> = {
  '': null,
  '/parties': { name: '某人', side: 'respondent' },
  '/consent': { partyId: '01999999-0000-7000-8000-000000000999', consents: false },
  '/mediator': { chosenBy: 'committee' },
  '/set-session': { at: '2026-12-18T10:00:00+08:00', venue: '某处' },
  '/hold-session': { sessionId: '01999999-0000-7000-8000-000000000999', came: [], record: '记录' },
  '/warn': { told: 'police', words: '要打人' },
  '/agree': { form: 'oral', cause: 'noise', facts: '事实', terms: '内容', duties: [] },
  '/end': { outcome: 'not_reached', cause: 'noise' },
}
/** What parties do, and nobody else. */
const owned: Readonly<Record<string, object>> = {
  '/consent': { consents: true },
  '/say': { words: '让我看看' },
  '/ask-other': {},
  '/leave': {},
}

/** Who reaches for a mediation of community 1, and whether they conduct some elsewhere. */
const attackers = [
  ['street', 'the street above', '404 not_found'],
  ['community2', 'the desk of the next community', '404 not_found'],
  ['centre', 'the centre', '403 not_permitted'],
  ['worker', 'the worker of the grid', '403 not_permitted'],
  ['team', 'a unit of the street', '403 not_permitted'],
  ['evaluator', 'an evaluator', '403 not_permitted'],
  ['administrator', 'an administrator', '403 not_permitted'],
  ['resident', 'a resident who is no party', '403 not_permitted'],
  ['anonymous', 'somebody without an account', '401 sign_in_needed'],
] as const

const where = (path: string) => (scene: Scene) => `/api/mediations/${scene.ids.mediation}${path}`
const ownAt = (path: string) => (scene: Scene) => `/api/my/mediations/${scene.ids.mediation}${path}`

export const mediationAttacks: readonly Attack[] = [
  ...attackers.flatMap(([by, who, wants]) =>
    Object.entries(conducted).map(([path, body]) =>
      attack(
        `${who} at /mediations/:id${path}`,
        wants,
        sentBy(by, body ? post(where(path), body) : get(where(path))),
      ),
    ),
  ),
  // Whoever conducts it is no party of it either.
  ...['community', 'street', 'centre', 'worker', 'resident'].flatMap((by) =>
    Object.entries(owned).map(([path, body]) =>
      attack(
        `${by} as a party at /my/mediations/:id${path}`,
        '404 not_found',
        sentBy(by, post(ownAt(path), body)),
      ),
    ),
  ),
]
