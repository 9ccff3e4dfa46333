import { casesZh } from './zh/cases.ts'
import { commonZh } from './zh/common.ts'
import { facesZh } from './zh/faces.ts'
import { refusalsZh } from './zh/refusals.ts'
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
}

export type Words = typeof zh
