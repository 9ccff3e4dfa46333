import { join } from 'node:path'
import type { District } from '../../ctx.ts'

/** Where a district's lists wait to be taken. */
export const jobFolder = ({ dataFolder, id }: Pick<District, 'dataFolder' | 'id'>): string =>
  join(dataFolder, 'sheets', id)

/** The file of a job. */
export const jobFile = (district: Pick<District, 'dataFolder' | 'id'>, id: string): string =>
  join(jobFolder(district), `${id}.xlsx`)
