import { z } from 'zod'
import { addToCase, followedCase, rateCase } from '../../cases/door.ts'
import { isToRate, reopensByRight, satisfiedFrom } from '../../cases/rating.contract.ts'
import type { FollowedCase, StoryLine } from '../../cases/story.contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { sayDue, sayMoment } from '../../web/words/time.ts'
import { type Html, html } from './html.ts'
import { asWritten, nameIn, type Plain, placeIn } from './page.ts'

export const CodeForm = z.strictObject({
  requestId: z.uuid(),
  proof: z.string().max(100),
  code: z.string().max(40),
})
export const ActForm = z.strictObject({
  requestId: z.uuid(),
  proof: z.string().max(100),
  words: z.string().trim().max(5000).default(''),
  solved: z.enum(['yes', 'no']).optional(),
  rating: z.coerce.number().int().min(1).max(5).optional(),
})

/** The field for a receipt code. It goes in the body of the request, never in an address. */
export const codeForm = (plain: Plain): Html => {
  const { follow } = plain.words
  return html`<form method="post" action="${plain.to('/follow')}">
${plain.proof()}
<p><label>${follow.enter}<input type="text" name="code" maxlength="30" autocomplete="off" required></label>
<small>${follow.enterHint}</small></p>
<p><button>${follow.find}</button></p></form>`
}

/** A receipt, right after it was given: its code is shown on this page alone. */
export function receiptPage(plain: Plain, found: FollowedCase, code: string): Html {
  const { words, nowMs, to } = plain
  const { receipt } = words.report
  return html`<p><b>${receipt.firstAnswer(sayDue(words, found.responseDueAt, nowMs))}</b></p>
<dl>
<dt>${receipt.code}</dt><dd class="code">${code}</dd>
<dt>${receipt.number}</dt><dd>${found.number}</dd>
<dt>${receipt.acceptedAt}</dt><dd>${sayMoment(words, found.acceptedAt, nowMs)}</dd>
</dl>
<p>${receipt.codeWhy}</p>
<h2>${receipt.next.title}</h2>
<ol><li>${receipt.next.readBy(nameIn(plain, found.desk))}</li><li>${receipt.next.follow}</li><li>${receipt.next.rate}</li></ol>
<p><a href="${to('/follow/case')}">${words.plain.followNow}</a></p>
${closing(plain)}`
}

/** An own case as its story, with what its reporter may do. */
export async function ownCasePage(plain: Plain): Promise<{ title: string; body: Html }> {
  const found = await followedCase(plain.ctx, null)
  const { words, nowMs } = plain
  const { follow } = words
  const unit = found.unit && nameIn(plain, found.unit)
  const due = found.dueAt ?? found.responseDueAt
  const ahead = Date.parse(due) > nowMs ? sayDue(words, due, nowMs) : null
  const next = follow.nextWords[found.stage](unit, ahead)
  const body = html`<dl>
<dt>${words.report.receipt.number}</dt><dd>${found.number}</dd>
<dt>${words.portal.board.stage}</dt><dd>${words.cases.publicStages[found.stage]}</dd>
<dt>${follow.place}</dt><dd>${placeIn(plain, found.place)}</dd>
${found.words && html`<dt>${follow.youWrote}</dt><dd class="said">${asWritten(plain, found.words)}</dd>`}
</dl>
<h2>${follow.story}</h2>
<ol>${found.timeline.map((line) => html`<li>${told(plain, line)}</li>`)}
${next && html`<li><b>${words.common.labelled(follow.next, next)}</b></li>`}</ol>
${isToRate(found) && rateForm(plain, found)}
${found.can.includes('add') && addForm(plain)}
${closing(plain)}`
  return { title: found.matter ? nameIn(plain, found.matter) : follow.unscreened, body }
}

function told(plain: Plain, line: StoryLine): Html {
  const { words, nowMs } = plain
  const say = words.ownStory.acts[line.kind]
  const unit = line.unit && nameIn(plain, line.unit)
  const what = say ? say({ byOffice: line.by === 'office', unit, facts: line.facts }) : words.ownStory.unknown
  const notes = line.texts.filter(({ kind }) => kind !== 'words' && kind !== 'summary')
  return html`${what} <small>${sayMoment(words, line.at, nowMs)}</small>
${notes.map(({ body }) => html`<br><span class="said">${asWritten(plain, body)}</span>`)}`
}

function rateForm(plain: Plain, found: FollowedCase): Html {
  const { rate } = plain.words.follow
  // Done again once by right; after that nothing is promised here.
  const again = !reopensByRight(found)
  const { optional } = plain.words.common.field
  const radio = (name: string, value: string | number, label: string, hint?: string) =>
    html`<label><input type="radio" name="${name}" value="${value}" required>${label}${hint && html`<small>${hint}</small>`}</label>`
  return html`<h2>${rate.title}</h2>
<form method="post" action="${plain.to('/follow/rate')}">${plain.proof()}
<fieldset><legend>${rate.solved}</legend>${radio('solved', 'yes', rate.yes)}${radio('solved', 'no', rate.no, again ? undefined : rate.noHint)}</fieldset>
<fieldset><legend>${rate.rating}</legend>${rate.ratings.map((label, index) => radio('rating', index + 1, label, index + 1 < satisfiedFrom && !again ? rate.lowHint : undefined))}</fieldset>
<p><label>${rate.words} <small>${optional}</small><textarea name="words" rows="2" maxlength="1000"></textarea></label></p>
<p><button>${rate.send}</button></p></form>`
}

function addForm(plain: Plain): Html {
  const { add } = plain.words.follow
  return html`<h2>${add.title}</h2>
<form method="post" action="${plain.to('/follow/add')}">${plain.proof()}
<p><label>${add.words}<textarea name="words" rows="3" maxlength="5000" required></textarea></label></p>
<p><button>${add.send}</button></p></form>`
}

const closing = (
  plain: Plain,
): Html => html`<form method="post" action="${plain.to('/follow/close')}">${plain.proof()}
<p><small>${plain.words.plain.forgetWhy}</small></p><p><button class="quiet">${plain.words.plain.forget}</button></p></form>`

type Act = z.infer<typeof ActForm>

export const addWords = ({ ctx }: Plain, { requestId, words }: Act) =>
  addToCase(ctx, null, { requestId, words, photos: [] })

export const rate = ({ ctx }: Plain, { requestId, words, solved, rating }: Act) => {
  if (solved === undefined || rating === undefined) throw new Refusal('input_invalid', { field: 'rating' })
  const said = words.slice(0, 1000)
  return rateCase(ctx, null, {
    requestId,
    solved: solved === 'yes',
    rating,
    ...(said === '' ? {} : { words: said }),
  })
}
