import { z } from 'zod'
import { atlasOf } from '../../areas/door.ts'
import type { Receipt } from '../../cases/contract.ts'
import { AcceptCase } from '../../cases/contract.ts'
import { acceptCase } from '../../cases/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { doorFor } from '../../matters/door.ts'
import type { ChannelDoor, EmergencyLine } from '../../matters/doors.contract.ts'
import { emergencyLines, lawfulChannels } from '../../matters/doors.contract.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { communityChoice } from './community-choice.ts'
import { type Html, html } from './html.ts'
import { emergencyNotice, nameIn, type Plain, placeIn } from './page.ts'

/** The report as a form without scripts sends it: an empty field is a field that was left out. */
const left = (field: string | undefined): string | undefined => field?.trim() || undefined
export const ReportForm = z.strictObject({
  requestId: z.uuid(),
  proof: z.string().max(100),
  words: z.string().max(5000),
  place: z.string().max(40).optional(),
  community: z.string().max(40).optional(),
  address: z.string().max(200).optional(),
  name: z.string().max(60).optional(),
  phone: z.string().max(20).optional(),
  forOther: z.string().max(10).optional(),
  notEmergency: z.string().max(10).optional(),
  channelSeen: z.string().max(10).optional(),
})
export type ReportForm = z.infer<typeof ReportForm>

/** The form, with the place of a scanned code where there is one. */
export async function reportForm(plain: Plain, code: string | undefined): Promise<Html> {
  const { report, common, plain: said } = plain.words
  const atlas = await atlasOf(plain.ctx)
  const place = code === undefined ? null : atlas.byPlaceCode(code)
  // A code may hang at a street or at the district's hall: whatever is the last of the way there is named.
  const steps = place ? atlas.stepsOf(place) : []
  const optional = html` <small>${common.field.optional}</small>`
  return html`${emergencyNotice(plain)}
<form method="post" action="${plain.to('/report')}">
${plain.proof()}
<p><label>${report.words.label}<textarea name="words" rows="5" maxlength="5000" required></textarea></label>
<small>${report.words.hint}</small></p>
${
  place
    ? html`<p>${said.placeKnown(placeIn(plain, { names: steps.slice(Math.min(2, steps.length - 1)) }))}</p><input type="hidden" name="place" value="${code}">`
    : await communityChoice(plain, said.communityUnknown)
}
<p><label>${report.where.address}${optional}<input type="text" name="address" maxlength="200"></label>
<small>${report.where.addressHint}</small></p>
<p><label>${report.contact.name}${optional}<input type="text" name="name" maxlength="60" autocomplete="name"></label></p>
<p><label>${report.contact.phone}${optional}<input type="tel" name="phone" maxlength="20" autocomplete="tel"></label>
<small>${report.contact.hint}</small></p>
<fieldset><label><input type="checkbox" name="forOther" value="yes">${report.forOther.ask}</label>
<small>${report.forOther.receipt}</small></fieldset>
<h2>${report.privacy.title}</h2>
<ul>${report.privacy.points.map((point) => html`<li>${point}</li>`)}</ul>
<p><button>${report.send}</button></p>
</form>`
}

/** What stands before acceptance: nothing, or a page that must be passed first. */
export type Sent = { readonly receipt: Receipt } | { readonly title: string; readonly body: Html }

/** Sends it by its doors, as the pages with scripts do: emergency numbers, then the lawful channel, then the desk. */
export async function sendReport(plain: Plain, form: ReportForm): Promise<Sent> {
  const door = doorFor(form.words)
  if (door?.kind === 'emergency' && !form.notEmergency) return emergencyFirst(plain, form, door.lines)
  if (door?.kind === 'channel' && !form.channelSeen) return channelFirst(plain, form, door)
  return { receipt: await acceptCase(plain.ctx, await reportOf(plain.ctx, form)) }
}

/** Checked here as a whole, since it comes as a form: Refusal `input_invalid` names the field. */
async function reportOf(ctx: Ctx, form: ReportForm): Promise<AcceptCase> {
  const [name, phone] = [left(form.name), left(form.phone)]
  const parsed = AcceptCase.safeParse({
    requestId: form.requestId,
    words: form.words,
    areaId: left(form.place) ? undefined : left(form.community),
    place: left(form.place),
    address: left(form.address),
    contact: name || phone ? { name, phone } : undefined,
    notEmergency: form.notEmergency !== undefined,
    onBehalf: form.forOther === undefined ? undefined : 'relative',
  })
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  ctx.log.info({ field }, 'plain report refused')
  throw new Refusal('input_invalid', { field })
}

/** What was written, carried through a page in between; the proof is the form's own and still holds. */
const carried = (form: ReportForm, passed: 'notEmergency' | 'channelSeen'): Html =>
  html`${Object.entries({ ...form, [passed]: 'yes' }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`

function emergencyFirst(plain: Plain, form: ReportForm, lines: readonly EmergencyLine[]): Sent {
  const { emergency } = plain.words.report
  const call = (line: EmergencyLine) => {
    const { number, ...name } = emergencyLines[line]
    return number === null
      ? html`<p class="notice">${emergency.gas}</p>`
      : html`<p class="notice"><a href="tel:${number}">${number} ${nameIn(plain, name)}</a></p>`
  }
  const body = html`<p>${emergency.lead}</p>${lines.map(call)}
<form method="post" action="${plain.to('/report')}">${carried(form, 'notEmergency')}
<p><button>${emergency.notEmergency}</button></p></form>
<p><a href="${plain.to('/report')}">${plain.words.plain.again}</a></p>`
  return { title: emergency.title, body }
}

function channelFirst(plain: Plain, form: ReportForm, door: ChannelDoor): Sent {
  const { channel } = plain.words.report
  const { doors, ...name } = lawfulChannels[door.channel]
  const way = ({ reach, ...of }: (typeof doors)[number]) =>
    html`<li><a href="${/^\d+$/.test(reach) ? `tel:${reach}` : `https://${reach}`}">${reach} ${nameIn(plain, of)}</a></li>`
  const body = html`<p>${channel.lead}</p><ul>${doors.map(way)}</ul><p>${channel.guarded}</p>
<form method="post" action="${plain.to('/report')}">${carried(form, 'channelSeen')}
<p><button>${channel.sendHere}</button></p></form>
<p><a href="${plain.to('/report')}">${plain.words.plain.again}</a></p>`
  return { title: channel.title(nameIn(plain, name)), body }
}
