import { forgetDraft, keepDraft, keptDraft } from '../../api/draft.ts'
import { newRequestId } from '../../api/identity.ts'
import { hasKeptPhotos, keepPhotos, keptPhotos } from '../../shared/kept-photos.ts'
import type { ReportDraft } from '../../shared/report/report-draft.ts'
import { hasBegun } from './next-report.ts'
import { ASIDE, REPORT } from './report-keys.ts'

/** A report that was begun and makes room for another; its photographs lie under its id. */
interface Aside {
  readonly id: string
  readonly draft: Partial<ReportDraft>
}

const parts = ['found', 'solved'] as const
const asides = (): readonly Aside[] => keptDraft<readonly Aside[]>(ASIDE) ?? []

/** How many reports were begun and lie aside. */
export const countAside = (): number => asides().length

async function movePhotos(from: string, to: string): Promise<void> {
  for (const part of parts) {
    if (!(await hasKeptPhotos(`${from}.${part}`))) continue
    await keepPhotos(`${to}.${part}`, await keptPhotos(`${from}.${part}`))
    await keepPhotos(`${from}.${part}`, [])
  }
}

/** Lays aside what was begun, so that another report can stand in the form: nothing of the one is in the other. */
export async function layAside(): Promise<void> {
  if (!(await hasBegun())) return
  const one: Aside = { id: newRequestId(), draft: keptDraft<Partial<ReportDraft>>(REPORT) ?? {} }
  keepDraft(ASIDE, [...asides(), one])
  await movePhotos(REPORT, `${ASIDE}.${one.id}`)
  forgetDraft(REPORT)
}

/** Puts what was laid aside last back into the form, where nothing else was begun. Answers whether it did. */
export async function takeUp(): Promise<boolean> {
  const lying = asides()
  const one = lying[lying.length - 1]
  if (one === undefined || (await hasBegun())) return false
  await movePhotos(`${ASIDE}.${one.id}`, REPORT)
  keepDraft(REPORT, one.draft)
  if (lying.length === 1) forgetDraft(ASIDE)
  else keepDraft(ASIDE, lying.slice(0, -1))
  return true
}
