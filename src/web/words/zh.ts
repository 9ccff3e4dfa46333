import { casesZh } from './zh/cases.ts'
import { commonZh } from './zh/common.ts'
import { facesZh } from './zh/faces.ts'
import { fieldZh } from './zh/field.ts'
import { followZh } from './zh/follow.ts'
import { noticesZh } from './zh/notices.ts'
import { portalZh } from './zh/portal.ts'
import { refusalsZh } from './zh/refusals.ts'
import { reportZh } from './zh/report.ts'
import { storyZh } from './zh/story.ts'
import { timeZh } from './zh/time.ts'

/** Every word of the interface in Chinese. It defines the shape that each other language fills whole. */
export const zh = {
  story: storyZh,
  common: commonZh,
  time: timeZh,
  cases: casesZh,
  faces: facesZh,
  refusals: refusalsZh,
  report: reportZh,
  portal: portalZh,
  notices: noticesZh,
  follow: followZh,
  field: fieldZh,
}

export type Words = typeof zh
