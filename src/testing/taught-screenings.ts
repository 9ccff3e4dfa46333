import type { Receipt } from '../cases/contract.ts'
import { randomFrom } from '../kernel/random.ts'
import type { World } from './world.ts'
import { act } from './world-client.ts'

/** Words in which no keyword of the catalogue stands, by the matter that people decide on: as neighbours call these things here. */
export const calledHere = {
  FA02: ['乌漆麻黑', '摸黑上楼', '一脚踩空', '抬头不见光'],
  FA03: ['咣当响', '轧过去震', '夜里哐哐', '盖得不严'],
  MJ01: ['家里动手', '哭喊声'],
} as const

export const reportWords = async (world: World, words: string): Promise<string> =>
  (await world.anonymous().does<Receipt>('/api/reports', act({ words, areaId: world.places.grid1.id })))
    .caseId

/** A case with these words, of which the centre decides that it is of this matter; answers with its id. */
export async function decide(world: World, matter: keyof typeof calledHere, words: string): Promise<string> {
  const caseId = await reportWords(world, words)
  const more = matter === 'MJ01' ? {} : { summary: '一件已经甄别的事情' }
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter, ...more }))
  return caseId
}

/** Sixty decided cases of two matters, the first three of which name somebody. */
export async function decideSixty(world: World): Promise<readonly string[]> {
  const random = randomFrom(7)
  const ids: string[] = []
  for (let at = 0; at < 60; at += 1) {
    const matter = at % 2 === 0 ? 'FA02' : 'FA03'
    const [one, other] = random.shuffled([...calledHere[matter]])
    ids.push(await decide(world, matter, `${one}，${other}${at < 3 ? '，找欧阳锋' : ''}`))
  }
  return ids
}
