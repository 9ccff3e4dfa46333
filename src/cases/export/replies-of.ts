import { currentMatters } from '../../matters/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Stage } from '../contract.ts'
import { selectTextsOf } from '../text.sql.ts'
import type { ReplyFilter, ReplyKey } from './reply.sql.ts'
import { countFiledCases, selectFiledCases } from './reply.sql.ts'

/** What goes back to the system that a case came from. Nothing in it names a person. */
export interface ReplyRow {
  readonly source: string
  readonly sourceNumber: string
  readonly number: string
  readonly stage: Stage
  readonly matter: { readonly zh: string; readonly en: string } | null
  readonly answer: string | null
  /** Local wall time, `YYYY-MM-DD HH:MM:SS`. */
  readonly repliedAt: string | null
  readonly closedAt: string | null
}

export interface Replies {
  /** One source's cases; of all sources where left out. */
  readonly system?: string | undefined
  /** First local day, YYYY-MM-DD: cases that were replied to or closed from then on. */
  readonly since?: string | undefined
}

const pageSize = 500

const filterOf = ({ district }: Ctx, { system, since }: Replies): ReplyFilter => ({
  system: system ?? null,
  since:
    since === undefined
      ? null
      : Temporal.PlainDate.from(since).toZonedDateTime(district.timeZone).toInstant(),
})

/** How many rows `repliesOf` has now. */
export async function countReplies(ctx: Ctx, wanted: Replies = {}): Promise<number> {
  ctx.must('export.run')
  return ctx.read((tx) => countFiledCases(tx, filterOf(ctx, wanted)))
}

/**
 * The cases that came from files with what became of them, one at a time, in the order of source and number, so that
 * their count costs no memory. Each page is read as it stands then. Only for `export.run`.
 */
export async function* repliesOf(ctx: Ctx, wanted: Replies = {}): AsyncGenerator<ReplyRow> {
  ctx.must('export.run')
  const matters = new Map((await currentMatters(ctx)).map((matter) => [matter.code, matter]))
  const filter = filterOf(ctx, wanted)
  const local = (at: Temporal.Instant | null) => (at === null ? null : wallTime(at, ctx.district.timeZone))
  let after: ReplyKey | null = null
  for (;;) {
    const { cases, answers } = await readPage(ctx, filter, after)
    for (const { system: source, sourceNumber, number, stage, ...one } of cases) {
      const matter = one.matter === null ? undefined : matters.get(one.matter)
      yield {
        source,
        sourceNumber,
        number,
        stage,
        matter: matter ? { zh: matter.nameZh, en: matter.nameEn } : null,
        answer: answers.get(one.id) ?? null,
        repliedAt: local(one.repliedAt),
        closedAt: local(one.closedAt),
      }
    }
    if (cases.length < pageSize) return
    after = cases.at(-1)!
  }
}

const wallTime = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')

/** A page with the newest answer of each case. */
const readPage = (ctx: Ctx, filter: ReplyFilter, after: ReplyKey | null) =>
  ctx.read(async (tx) => {
    const cases = await selectFiledCases(tx, filter, after, pageSize)
    const texts = await selectTextsOf(
      tx,
      cases.map(({ id }) => id),
      ['answer'],
    )
    return { cases, answers: new Map(texts.map(({ subject, body }) => [subject, body])) }
  })
