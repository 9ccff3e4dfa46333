import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { importAreaFile as bringAreasIn } from '../areas/door.ts'
import { importCatalogueFile } from '../matters/door.ts'
import type { Outcome, Run } from './command.ts'
import { inDistrict, mustBeFile } from './in-district.ts'

/** Faults that a terminal shows; `--json` has them all. */
export const shownFaults = 20

/** Imports a file of areas: the frame that everything else stands in. */
export async function importAreaFile(its: Run, file: string): Promise<Outcome> {
  const path = resolve(file)
  await mustBeFile(path)
  const bytes = await readFile(path)
  return inDistrict(its, async (ctx) => {
    const { added, changed, same, faults } = await bringAreasIn(ctx, bytes, basename(path))
    for (const fault of faults.slice(0, shownFaults)) its.terminal.notice(Object.values(fault).join(' '))
    return {
      isGood: true,
      answer: { kind: 'areas', file: basename(path), added, changed, same, refused: faults.length, faults },
      words: {
        zh: `区域已导入：新增 ${added}，变更 ${changed}，未变 ${same}，有误 ${faults.length}。`,
        en: `Areas are in: ${added} added, ${changed} changed, ${same} the same, ${faults.length} refused.`,
      },
    }
  })
}

/** Imports the catalogue of public matters, in force from today. */
export async function importCatalogue(its: Run, file: string): Promise<Outcome> {
  const path = resolve(file)
  await mustBeFile(path)
  return inDistrict(its, async (ctx) => {
    const { faults, ...counts } = await importCatalogueFile(ctx, path, basename(path))
    const { added, changed, same } = counts
    for (const { row, column, reason } of faults.slice(0, shownFaults))
      its.terminal.notice(`${row} ${column} ${reason}`)
    return {
      isGood: true,
      answer: { kind: 'catalogue', file: basename(path), ...counts, refused: faults.length, faults },
      words: {
        zh: `目录已导入：新增 ${added}，变更 ${changed}，未变 ${same}，有误 ${faults.length} 处。`,
        en: `The catalogue is in: ${added} added, ${changed} changed, ${same} the same, ${faults.length} faults.`,
      },
    }
  })
}
