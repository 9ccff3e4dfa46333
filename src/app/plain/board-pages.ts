import { boardPage, boardRow } from '../../cases/door.ts'
import type { BoardQuery, BoardRow } from '../../cases/story.contract.ts'
import { sayMoment } from '../../web/words/time.ts'
import { communityChoice } from './community-choice.ts'
import { type Html, html } from './html.ts'
import { asWritten, nameIn, type Plain, placeIn } from './page.ts'

const states = ['all', 'open', 'done'] as const

/** What everybody may read, newest first, with a form to narrow it. */
export async function boardList(plain: Plain, query: BoardQuery): Promise<Html> {
  const { words, to } = plain
  const { board } = words.portal
  const { rows, next } = await boardPage(plain.ctx, query)
  const { community, state } = query
  return html`<p>${board.lead}</p>
<form method="get" action="/plain/board">
<input type="hidden" name="lang" value="${plain.language}">
${await communityChoice(plain, board.everywhere, community)}
<p><label>${board.state}<select name="state">${states.map(
    (one) => html`<option value="${one}" ${one === state && html`selected`}>${board.states[one]}</option>`,
  )}</select></label></p>
<p><button>${words.plain.filter}</button></p>
</form>
${rows.length === 0 && html`<p>${board.none}</p>`}
<ul class="rows">${rows.map((row) => html`<li>${rowOf(plain, row)}</li>`)}</ul>
<p>${query.after && html`<a href="${to('/board', { community, state })}">${words.plain.first}</a>`}
${next && html`<a href="${to('/board', { community, state, after: next })}">${words.plain.next}</a>`}</p>`
}

const rowOf = (plain: Plain, row: BoardRow): Html =>
  html`<a href="${plain.to(`/board/${encodeURIComponent(row.number)}`)}">${asWritten(plain, row.summary)}</a><br>
<small>${plain.words.common.facts(
    placeIn(plain, row.place),
    nameIn(plain, row.matter),
    plain.words.cases.publicStages[row.stage],
    sayMoment(plain.words, row.acceptedAt, plain.nowMs),
  )}</small>`

/** One case of the board, with its answer. */
export async function boardCase(plain: Plain, number: string): Promise<{ title: string; body: Html }> {
  const row = await boardRow(plain.ctx, number)
  const { words, nowMs } = plain
  const { board } = words.portal
  const body = html`<dl>
<dt>${board.stage}</dt><dd>${words.cases.publicStages[row.stage]}</dd>
<dt>${board.matter}</dt><dd>${nameIn(plain, row.matter)}</dd>
<dt>${board.place}</dt><dd>${placeIn(plain, row.place)}</dd>
<dt>${board.acceptedAt}</dt><dd>${sayMoment(words, row.acceptedAt, nowMs)}</dd>
${row.resolvedAt && html`<dt>${board.resolvedAt}</dt><dd>${sayMoment(words, row.resolvedAt, nowMs)}</dd>`}
<dt>${board.answer}</dt><dd class="said">${row.answer === null ? board.noAnswer : asWritten(plain, row.answer)}</dd>
</dl>
<p><a href="${plain.to('/board')}">${board.back}</a></p>`
  return { title: row.summary, body }
}
