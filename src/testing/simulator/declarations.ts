import type { EmergencyPage } from '../../cases/emergency/contract.ts'
import type { LadderBook } from '../../cases/ladder/steps.contract.ts'
import { act } from '../world-client.ts'
import type { World } from '../world-over.ts'

const words = { adviceZh: '请待在家里', adviceEn: 'Stay at home', lines: [] }

/** What a flood and a cold wave mean in this town, from today on. */
export async function nameKinds(world: World, today: string): Promise<void> {
  const kinds = [
    {
      code: 'flood',
      nameZh: '防汛',
      nameEn: 'Flood',
      matters: ['FA01', 'FA03', 'FA04', 'HJ01'],
      limitPercent: 40,
    },
    {
      code: 'cold',
      nameZh: '寒潮',
      nameEn: 'Cold wave',
      matters: ['FA02', 'FA04', 'HJ02'],
      limitPercent: 75,
    },
  ]
  for (const kind of kinds)
    await world
      .as('administrator')
      .does(
        '/api/emergency-kinds',
        act({ ...kind, ...words, validFrom: today, told: ['centre', 'street_desk'] }),
      )
}

/** An emergency from now on, for so many hours, or until somebody ends it. */
export async function declareOne(
  world: World,
  {
    kind,
    place,
    level,
    hours,
    drill = false,
  }: {
    readonly kind: string
    readonly place: 'district' | 'street1' | 'street2'
    readonly level: number
    readonly hours: number | null
    readonly drill?: boolean
  },
): Promise<void> {
  const until = hours === null ? {} : { untilAt: world.clock.now().add({ hours }).toString() }
  const body = { kind, areaId: world.places[place].id, level, drill, basis: '区应急预案', ...until }
  await world.as('centre').does('/api/emergencies', act(body))
}

/** The gravest level for what is on, then its end by hand. */
export async function endAll(world: World): Promise<void> {
  const centre = world.as('centre')
  const { rows } = await centre.sees<EmergencyPage>('/api/emergencies')
  for (const { id } of rows.filter(({ endedAt }) => endedAt === null))
    await centre.does(`/api/emergencies/${id}/end`, act({ reason: '水退了' }))
}

/** What is on becomes graver. */
export async function worsen(world: World): Promise<void> {
  const centre = world.as('centre')
  const { rows } = await centre.sees<EmergencyPage>('/api/emergencies')
  for (const { id, untilAt } of rows.filter(({ endedAt }) => endedAt === null))
    await centre.does(`/api/emergencies/${id}/change`, act({ level: 1, untilAt, basis: '雨还在下' }))
}

const left = (percent: number) => ({ of: 'left', percent }) as const
const over = (minutes: number) => ({ of: 'over', minutes }) as const

/** Other steps of the ladder from tomorrow on: clocks that run keep theirs. */
export async function changeSteps(world: World, fromDay: string): Promise<void> {
  const ladders = [
    {
      clock: 'unit',
      matter: null,
      steps: [
        { moment: left(50), audience: 'desk' },
        { moment: left(10), audience: 'unit_head' },
        { moment: over(0), audience: 'unit_head' },
        { moment: over(90), audience: 'street' },
        { moment: over(600), audience: 'district' },
      ],
    },
    {
      clock: 'response',
      matter: 'FA03',
      steps: [
        { moment: left(25), audience: 'desk' },
        { moment: over(30), audience: 'street' },
      ],
    },
    {
      clock: 'sign',
      matter: null,
      steps: [
        { moment: left(50), audience: 'desk' },
        { moment: over(15), audience: 'street' },
        { moment: over(45), audience: 'district' },
      ],
    },
  ]
  const administrator = world.as('administrator')
  const book = await administrator.sees<LadderBook>('/api/ladder')
  for (const { clock, matter, steps } of ladders) {
    const standing = book.ladders.find((one) => one.clock === clock && one.matter === matter)
    const base = (standing?.versions ?? [])
      .filter(({ untilDay }) => untilDay === null)
      .flatMap((one) => one.steps)
    await administrator.does(
      '/api/ladder',
      act({ clock, matter, steps, fromDay, base: base.map(({ id }) => id) }),
    )
  }
}

/** A matter has the general steps again. */
export async function dropSteps(world: World, fromDay: string): Promise<void> {
  const administrator = world.as('administrator')
  const book = await administrator.sees<LadderBook>('/api/ladder')
  const own = book.ladders.find(({ matter }) => matter === 'FA03')!
  const base = own.versions.filter(({ untilDay }) => untilDay === null).flatMap(({ steps }) => steps)
  const body = { clock: own.clock, matter: own.matter, steps: [], fromDay, base: base.map(({ id }) => id) }
  await administrator.does('/api/ladder', act(body))
}
