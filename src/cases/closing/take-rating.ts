import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Deed, Scene } from '../act.ts'
import type { Case } from '../case.sql.ts'
import { line } from '../events.ts'
import { satisfiedFrom } from '../rating.contract.ts'
import { loadStory, type StoryRow } from '../story.sql.ts'
import { findAsk, insertAsk } from './ask.sql.ts'
import { reopenCase } from './reopen.ts'

export interface Rating {
  readonly solved: boolean
  readonly rating: number
  readonly words?: string | undefined
  /** Written down by who asked (回访). */
  readonly onBehalf: boolean
}

/** Refuses what cannot be rated now: not answered yet, or rated as good already. */
export function mustBeRatable(before: Case): void {
  if (!['replied', 'checked', 'closed'].includes(before.stage))
    throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'rated' })
  if (before.rating !== null && before.rating >= satisfiedFrom && before.solved)
    throw new Refusal('case_already_rated')
}

/** Once by right: the word of the person who raised it is not weighed against a desk's. What a desk sent back does not count. */
export const mayReopenByRight = (story: readonly StoryRow[]): boolean =>
  !story.some(({ kind, data }) => kind === 'case.reopened' && data.because !== 'found_hollow')

/**
 * 评价: was it solved, are you satisfied. Not solved or not satisfied reopens the case with fresh clocks, the first time;
 * afterwards the reporter asks for it, and the centre decides; of a result that they asked about they say nothing else.
 */
export async function takeRating(
  ctx: Ctx,
  scene: Scene,
  before: Case,
  { solved, rating, words, onBehalf }: Rating,
): Promise<Deed> {
  mustBeRatable(before)
  if (await findAsk(scene.tx, before)) throw new Refusal('case_already_rated')
  const kept = await scene.keep(words ? [{ kind: 'rating_words', body: words, toReporter: true }] : [])
  const matter = before.matter!
  const rated = line('case.rated', {
    ...scene.next(),
    data: { solved, rating, matter, onBehalf, commits: kept.commits },
  })
  if (solved && rating >= satisfiedFrom) return { change: { solved, rating }, lines: [rated] }
  const because = solved ? 'not_satisfied' : 'not_solved'
  if (mayReopenByRight(await loadStory(scene.tx, before.id))) {
    const again = await reopenCase(ctx, scene, before, because)
    return { change: again.change, lines: [rated, again.line] }
  }
  const askId = newId(ctx.clock.now().epochMilliseconds)
  await insertAsk(scene.tx, before, { id: askId, because, askedAt: ctx.clock.now() })
  const asked = line('case.reopen_asked', { ...scene.next(), data: { askId, because, matter } })
  return { change: { solved, rating }, lines: [rated, asked] }
}
