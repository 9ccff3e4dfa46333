import { emergencyLines, firstLines } from '../matters/doors.contract.ts'
import { en } from './words/en.ts'
import { type Words, zh } from './words/zh.ts'

/** A page of the portal that has an `index.html` of its own: its frame is painted before any script has come. */
export interface FirstPaint {
  /** '' for home. */
  readonly address: string
  readonly module: string
  readonly heading?: (words: Words) => string
  readonly lead?: (words: Words) => string
  /** Whether the numbers of an emergency stand there: they need neither script nor network. */
  readonly emergency?: boolean
  /** As its shell will be. */
  readonly wide?: boolean
}

/** The pages that people open by link, by code on a wall, or from home: the others begin with the bare frame. */
export const firstPaints: readonly FirstPaint[] = [
  { address: '', module: 'portal/pages/home.tsx', wide: true },
  {
    address: 'report',
    module: 'portal/pages/report.tsx',
    heading: ({ report }) => report.title,
    emergency: true,
  },
  {
    address: 'follow',
    module: 'portal/pages/follow.tsx',
    heading: ({ follow }) => follow.title,
    lead: ({ follow }) => follow.lead,
  },
  {
    address: 'board',
    module: 'portal/pages/board.tsx',
    heading: ({ portal }) => portal.board.title,
    lead: ({ portal }) => portal.board.lead,
    wide: true,
  },
]

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** In both languages: `<html lang>` says which is seen (base.css). */
const said = (words: (words: Words) => string): string =>
  [zh, en].map((one) => `<span lang="${one.common.language}">${escaped(words(one))}</span>`).join('')

/** A name that needs no words of ours: of an emergency line. */
const named = (name: { readonly zh: string; readonly en: string }): string =>
  said(({ common }) => (common.language === 'en' ? name.en : name.zh))

/** As shared/report/emergency-notice.tsx draws it, below the step at which a form of large type begins. */
const emergencyNotice = (): string =>
  [
    `<h2 class="stepwise__place">${said(({ common }) => common.steps.place(1, REPORT_STEPS))}</h2>`,
    `<aside class="emergency"><p>${said(({ report }) => report.emergency.notice)}</p>`,
    '<div class="emergency__lines">',
    ...firstLines.map(
      (line) => `<a href="tel:${line}"><b>${line}</b> <small>${named(emergencyLines[line])}</small></a>`,
    ),
    `</div><p><small>${named(emergencyLines.gas)}</small></p></aside>`,
  ].join('')

const REPORT_STEPS = 3

/** What stands in `#root` until the script draws there: the shell of the portal's pages with this one's heading. */
export function firstPaint(page: Omit<FirstPaint, 'module'>): string {
  const { address, heading, lead, emergency = false, wide = false } = page
  const tab = (to: string, label: (words: Words) => string) =>
    `<li><a href="/${to}"${to === address ? ' aria-current="page"' : ''}>${said(label)}</a></li>`
  return [
    `<div class="shell${wide ? ' shell--wide' : ''} first-paint">`,
    `<header class="shell__head"><a class="shell__name" href="/">${said(({ faces }) => faces.portal.name)}</a></header>`,
    '<main class="shell__main">',
    heading ? `<h1>${said(heading)}</h1>` : '',
    lead ? `<p class="lead">${said(lead)}</p>` : '',
    emergency ? emergencyNotice() : '',
    '</main><nav class="tabs"><ul>',
    tab('', ({ faces }) => faces.portal.tabs.home),
    tab('report', ({ faces }) => faces.portal.tabs.report),
    tab('follow', ({ faces }) => faces.portal.tabs.follow),
    tab('board', ({ faces }) => faces.portal.tabs.board),
    tab('me', ({ faces }) => faces.portal.tabs.me),
    '</ul></nav></div>',
  ].join('')
}
