import { casesZh } from './zh/cases.ts'
import { commonZh } from './zh/common.ts'
import { facesZh } from './zh/faces.ts'
import { refusalsZh } from './zh/refusals.ts'
import { timeZh } from './zh/time.ts'

/** Every word of the interface in Chinese. It defines the shape that each other language fills whole. */
export const zh = { common: commonZh, time: timeZh, cases: casesZh, faces: facesZh, refusals: refusalsZh }

export type Words = typeof zh
