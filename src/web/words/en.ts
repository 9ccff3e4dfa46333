import { casesEn } from './en/cases.ts'
import { commonEn } from './en/common.ts'
import { facesEn } from './en/faces.ts'
import { fieldEn } from './en/field.ts'
import { followEn } from './en/follow.ts'
import { noticesEn } from './en/notices.ts'
import { portalEn } from './en/portal.ts'
import { refusalsEn } from './en/refusals.ts'
import { reportEn } from './en/report.ts'
import { storyEn } from './en/story.ts'
import { timeEn } from './en/time.ts'
import type { Words } from './zh.ts'

/** Every word of the interface in English. */
export const en = {
  story: storyEn,
  common: commonEn,
  time: timeEn,
  cases: casesEn,
  faces: facesEn,
  refusals: refusalsEn,
  report: reportEn,
  portal: portalEn,
  notices: noticesEn,
  follow: followEn,
  field: fieldEn,
} satisfies Words
