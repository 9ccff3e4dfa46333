import { randomBytes } from 'node:crypto'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { randomFrom } from '../../kernel/random.ts'
import { systemCtx } from '../../people/door.ts'
import { insertHomes, type NewHome, recountHomes } from '../../people/register/home.sql.ts'
import { identityKeysOf } from '../../people/register/identity-keys.ts'
import { identityCheckDigit } from '../../people/register/identity-number.rule.ts'
import { identityHash, identityTailHash, sealIdentity } from '../../people/register/identity-seal.rule.ts'
import { type PersonKeys, writeKeys } from '../../people/register/keys.sql.ts'
import { nameKeys } from '../../people/register/name-keys.ts'
import { insertOccupancies, type NewOccupancy } from '../../people/register/occupancy.sql.ts'
import { insertPersons, type NewPerson } from '../../people/register/person.sql.ts'
import { type RegisterPlace, registerPlace } from '../../people/register/place.ts'
import { systemClock } from '../../platform/clock.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { quiet } from './intake-district.ts'

/** Surnames about as often as they are in China, and characters that given names are made of. */
const surnames = [
  ...'王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐徐孙孙马马朱朱胡胡林林郭郭何何高高',
  ...'罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文建国红志海燕春梅云龙飞宇浩博子轩梓涵欣怡雨晨思远嘉俊佳琪雪婷小',
]

const batch = 4_000

/** Fills the register with invented people in invented homes, by the statements that an import uses. */
export async function fillRegister(district: OpenDistrict, people: number): Promise<void> {
  const atlas = await atlasOf({ district })
  const ctx = systemCtx({ district, clock: systemClock, log: quiet }, [atlas.district.id])
  const places = buildingsOf(atlas)
  const random = randomFrom(4)
  for (let done = 0; done < people; done += batch) {
    const rows = await invent(district, Math.min(batch, people - done), done, places, random)
    await ctx.transaction(async (tx) => {
      await insertHomes(tx, rows.homes)
      await insertPersons(tx, rows.persons)
      await insertOccupancies(tx, rows.occupancies)
      await writeKeys(tx, [], rows.keys)
      await recountHomes(
        tx,
        rows.homes.map(({ id }) => id),
      )
    })
    if (done % 80_000 === 0) console.error(`${done} people`)
  }
}

const buildingsOf = (atlas: Atlas): RegisterPlace[] => {
  const below = (id: string): string[] =>
    atlas.partsOf(id).flatMap((part) => [...(part.kind === 'building' ? [part.id] : []), ...below(part.id)])
  return below(atlas.district.id).map((id) => registerPlace(atlas, id))
}

/** People of whole homes, two or three in each, one home after the other over all buildings. */
async function invent(
  district: OpenDistrict,
  count: number,
  from: number,
  places: readonly RegisterPlace[],
  random: ReturnType<typeof randomFrom>,
) {
  const homes: NewHome[] = []
  const people: Awaited<ReturnType<typeof inventPerson>>[] = []
  for (let index = 0; index < count; index += 1) {
    const order = from + index
    if (index % 8 === 0 || index % 8 === 3 || index % 8 === 5) {
      const place = places[Math.floor(order / 8) % places.length]!
      const label = String(100_000 + order)
      homes.push({ id: idNow(), label, labelKey: label, use: 'dwelling', place, importId: null })
    }
    people.push(await inventPerson(district, homes.at(-1)!, order, random))
  }
  return {
    homes,
    persons: people.map(({ person }) => person),
    occupancies: people.map(({ occupancy }) => occupancy),
    keys: people.map(({ found }) => found),
  }
}

const idNow = (): string => newId(systemClock.now().epochMilliseconds)

/** A number that nobody else has: its area code is of no place. */
function numberOf(order: number, born: string): string {
  const digits = `${999_000 + (Math.floor(order / 900) % 999)}${born}${String(order % 1000).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}

async function inventPerson(
  district: OpenDistrict,
  { id: homeId, place }: NewHome,
  order: number,
  random: ReturnType<typeof randomFrom>,
): Promise<{ person: NewPerson; occupancy: NewOccupancy; found: PersonKeys }> {
  const keys = identityKeysOf(district)
  const two = (n: number) => String(n).padStart(2, '0')
  const birthDay = `${1940 + Math.floor(random.next() * 70)}-${two(1 + (order % 12))}-${two(1 + (order % 28))}`
  const number = numberOf(order, birthDay.replaceAll('-', ''))
  const [id, occupancyId] = [idNow(), idNow()]
  const name = random.pick(surnames) + random.pick(given) + (random.next() < 0.75 ? random.pick(given) : '')
  const phone = `+86138${String(order).padStart(8, '0')}`
  const { communityId, gridId, streetId, districtId, path: reach } = place
  const sealed = sealIdentity(keys, id, number)
  const person: NewPerson = {
    id,
    name,
    sex: order % 2 === 0 ? 'male' : 'female',
    birthDay,
    phone,
    registerKind: 'local',
    guardianId: null,
    identity: { sealed, hash: identityHash(keys, `${number} ${order}`), end: number.slice(-2) },
    salt: randomBytes(16),
    reach,
    communityId,
    demonstration: true,
    importId: null,
  }
  const stay = {
    homeId,
    role: 'resident',
    lives: true,
    fromDay: '2020-01-01',
    reach,
    communityId,
    gridId,
  } as const
  const found: PersonKeys = {
    occupancyId,
    personId: id,
    ...(await nameKeys(name)),
    identityTail: identityTailHash(keys, number),
    phoneTail: phone.slice(-4),
    findableFrom: '2000-01-01',
    districtId,
    streetId,
    communityId,
    gridId,
  }
  return { person, occupancy: { id: occupancyId, personId: id, ...stay, importId: null }, found }
}
