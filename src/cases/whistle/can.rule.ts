import type { Answer } from './call.rule.ts'
import type { CallStage, Whistle, WhistleCall, WhistleStage } from './contract.ts'
import { callMoves, isOver } from './whistle-stage.rule.ts'

type May = (act: string) => boolean

/** What is offered on a whistle; the acts themselves ask again. */
export function offeredOnWhistle(
  whistle: { readonly stage: WhistleStage; readonly review: string; readonly reviewedAt: unknown },
  calls: readonly { readonly stage: CallStage }[],
  { may, hasSeen }: { readonly may: May; readonly hasSeen: boolean },
): Whistle['can'] {
  const waits = whistle.review !== 'none' && whistle.reviewedAt === null
  const ends = whistle.stage === 'sounding' && calls.every((call) => isOver(call.stage))
  return [
    ...(hasSeen ? [] : (['acknowledge'] as const)),
    ...(waits && may('whistle.coordinate') ? (['review'] as const) : []),
    ...(whistle.stage === 'sounding' && may('whistle.coordinate') ? (['call'] as const) : []),
    ...(ends && may('whistle.coordinate') ? (['end'] as const) : []),
    ...(may('case.erase') ? (['erase'] as const) : []),
  ]
}

/** What is offered on one call: to its unit, and to the street. */
export function offeredOnCall(
  whistle: { readonly stage: WhistleStage },
  call: Answer & { readonly ratedAt: unknown },
  { answers, may }: { readonly answers: boolean; readonly may: May },
): WhistleCall['can'] {
  const moves = callMoves[call.stage]
  const goes = (...to: readonly CallStage[]) => to.some((stage) => moves.includes(stage))
  const sounding = whistle.stage === 'sounding'
  const says = call.how === 'invited' ? 'declined' : 'refused'
  const coordinates = sounding && may('whistle.coordinate')
  const answering: WhistleCall['can'] = [
    ...(goes('signed') ? (['sign'] as const) : []),
    ...(goes('contacted') ? (['contact'] as const) : []),
    // Who comes without having signed signs by coming.
    ...(goes('signed', 'arrived') ? (['arrive'] as const) : []),
    ...(goes('acted') ? (['act'] as const) : []),
    ...(goes(says) ? (['refuse'] as const) : []),
  ]
  const rates = call.how === 'whistled' && isOver(call.stage) && call.ratedAt === null
  return [
    ...(sounding && answers ? answering : []),
    ...(coordinates && goes('arrived') ? (['confirm'] as const) : []),
    ...(coordinates && call.stage !== 'released' ? (['press'] as const) : []),
    ...(coordinates && goes('released') ? (['release'] as const) : []),
    ...(rates && may('whistle.rate') ? (['rate'] as const) : []),
  ]
}
