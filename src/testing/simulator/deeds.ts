import type { Receipt } from '../../cases/contract.ts'
import type { Random } from '../../kernel/random.ts'
import { type Answer, act, type Person } from '../world-client.ts'
import type { World } from '../world-over.ts'
import type { StaffName } from '../world-people.ts'
import type { Life } from './life.ts'
import type { Spot, Trouble } from './town.ts'
import type { Wish } from './wish.ts'

/** What was done and what was refused, by kind. */
export interface Tally {
  readonly acts: Map<string, number>
  readonly refusals: Map<string, number>
}

const count = (tally: Map<string, number>, kind: string): void => {
  tally.set(kind, (tally.get(kind) ?? 0) + 1)
}

/** Does things in the town by the real server. A "no" is counted; an error is nobody's fault but the program's, and thrown. */
export class Deeds {
  readonly #world: World
  readonly #tally: Tally
  readonly #picture: Buffer

  constructor(world: World, tally: Tally, picture: Buffer) {
    this.#world = world
    this.#tally = tally
    this.#picture = picture
  }

  /** Somebody reports: a passer-by, a caller whose words the desk takes down, a grid worker who may mend it at once. */
  async report(spot: Spot, trouble: Trouble, random: Random, secret: string): Promise<Life | null> {
    const world = this.#world
    const anonymous = world.anonymous(secret)
    const { placeCode: place } = world.places[spot.place]
    const report = act({ words: trouble.words, ...(spot.place === 'district' ? {} : { place }) })
    const chance = random.next()
    const inGrid = spot.place === 'building1' && trouble.level === 'community'
    if (inGrid && chance < 0.15) return this.#solved(spot, trouble, report, anonymous)
    const [by, body] =
      chance < 0.25
        ? [world.as('centre'), { ...report, onBehalf: 'caller' }]
        : inGrid && chance < 0.35
          ? [world.as('worker'), report]
          : [anonymous, report]
    const answer = await by.post<Receipt>('/api/reports', body)
    if (!this.#done('report', answer)) return null
    return lifeOf(answer.body, anonymous.withReceipt(answer.body.receiptCode), spot, trouble)
  }

  async #solved(spot: Spot, trouble: Trouble, report: object, told: Person): Promise<Life | null> {
    const worker = this.#world.as('worker')
    const photos = [await this.#upload('worker')]
    const { matter, words: summary } = trouble
    const answer = await worker.post<Receipt>('/api/reports/solved', {
      report,
      matter,
      summary,
      note: '当场弄好了',
      photos,
    })
    if (!this.#done('solve on the spot', answer)) return null
    return lifeOf(answer.body, told.withReceipt(answer.body.receiptCode), spot, trouble)
  }

  /** Does what was wished; whether it was done. */
  async fulfil(life: Life, wish: Wish): Promise<boolean> {
    const now = this.#world.clock.now()
    const occurredAt =
      wish.sentLater === undefined ? {} : { occurredAt: now.subtract({ minutes: wish.sentLater }).toString() }
    const photos = wish.withPhoto && wish.by !== 'reporter' ? { photos: [await this.#upload(wish.by)] } : {}
    const body = act({ ...wish.body, ...occurredAt, ...photos })
    const answer =
      wish.by === 'reporter'
        ? await life.reporter.post(`/api/follow/${wish.verb}`, body)
        : await this.#world.as(wish.by).post(pathOf(life, wish), body)
    life.refused = answer.refusal
    return this.#done(wish.sentLater === undefined ? wish.verb : `${wish.verb}, sent later`, answer)
  }

  /** Posts what an act is; null where it was refused. */
  async post<Body>(kind: string, by: StaffName, path: string, body: object): Promise<Body | null> {
    const answer = await this.#world.as(by).post<Body>(path, body)
    return this.#done(kind, answer) ? answer.body : null
  }

  async #upload(by: Exclude<Wish['by'], 'reporter'>): Promise<string> {
    const sent = await this.#world
      .as(by)
      .upload<{ fileId: string }>('/api/photos', { bytes: this.#picture, type: 'image/jpeg' })
    if (sent.status >= 400)
      throw new Error(`a photograph was answered ${sent.status} ${JSON.stringify(sent.body)}`)
    return sent.body.fileId
  }

  #done(kind: string, { status, refusal, body }: Answer<unknown>): boolean {
    if (status >= 500 || status === 429)
      throw new Error(`${kind} was answered ${status} ${JSON.stringify(body)}`)
    if (status < 400) count(this.#tally.acts, kind)
    else count(this.#tally.refusals, refusal ?? String(status))
    return status < 400
  }
}

const pathOf = ({ caseId }: Life, { verb, requestId }: Wish): string =>
  requestId === undefined
    ? `/api/cases/${caseId}/${verb}`
    : `/api/cases/${caseId}/requests/${requestId}/${verb}`

const lifeOf = (
  { caseId, number }: Receipt,
  reporter: Life['reporter'],
  spot: Spot,
  trouble: Trouble,
): Life => ({
  caseId,
  number,
  reporter,
  spot,
  trouble,
  plan: 0,
  acts: 0,
  refused: null,
})
