import { expect, test } from 'vitest'
import { doorFor } from '../../matters/door.rule.ts'
import { accountNameForm } from '../../people/contract.ts'
import { accountNameOf, demoSignIns } from './accounts.ts'
import { courses } from './courses.ts'
import { demoSeed } from './district.ts'
import { alertWords, confidentialWords, phrases } from './phrases.ts'
import { drawPicture, type Picture } from './pictures.ts'
import { planDemo } from './plan-demo.ts'
import { facilityTroubles } from './troubles/facilities.ts'
import { orderTroubles } from './troubles/order.ts'
import { serviceTroubles } from './troubles/services.ts'
import { trifles } from './troubles/trifles.ts'
import { turnedTroubles } from './troubles/turned.ts'

const plan = planDemo(demoSeed)
const troubles = [...facilityTroubles, ...orderTroubles, ...serviceTroubles, ...trifles]

test('a seed gives the same words, places and courses on every machine, another seed others', () => {
  expect(plan.digest).toBe('6e4fcb43a9c6312eddb23659ebd358cd422b427dfbd8a578498357c407b73848')
  expect(planDemo(demoSeed + 1).digest).not.toBe(plan.digest)
})

test('about 240 cases go every way there is', () => {
  expect(plan.cases.length).toBeGreaterThan(230)
  expect(new Set(plan.cases.map(({ course }) => course))).toEqual(new Set(Object.keys(courses)))
  expect(new Set(plan.cases.map(({ at }) => at)).size).toBe(plan.cases.length)
  const inTongyin = plan.cases.filter(({ communityCode }) => communityCode === '990104006001')
  expect(inTongyin.length).toBeGreaterThan(40)
  expect(new Set(plan.cases.map(({ communityCode }) => communityCode)).size).toBeGreaterThan(60)
})

test('no report rings as an emergency or belongs at another door, but those that are meant to', () => {
  const rings = plan.cases.filter(({ words, course }) => course !== 'confidential' && doorFor(words) !== null)
  expect(rings.map(({ words }) => words)).toEqual([])
  expect(doorFor(confidentialWords.words)).toMatchObject({ kind: 'channel', channel: 'wrongdoing' })
  for (const words of Object.values(alertWords)) expect(doorFor(words)?.kind).toBe('emergency')
})

test('no whistle but an emergency rings as one, and each is blown in an area and to units that there are', () => {
  const codes = new Set([...plan.areas, ...plan.units].map(({ code }) => code))
  for (const { words, areaCode, blowerCode, unitCodes } of plan.whistles) {
    expect(doorFor(words)).toBeNull()
    for (const code of [areaCode, blowerCode, ...unitCodes]) expect(codes, code).toContain(code)
  }
})

test('no dispute rings as an emergency, and its parties are invented', () => {
  const codes = new Set([...plan.areas, ...plan.units].map(({ code }) => code))
  for (const { words, areaCode, deskCode, applicant, respondent } of plan.mediations) {
    expect(doorFor(words)).toBeNull()
    for (const code of [areaCode, deskCode]) expect(codes, code).toContain(code)
    for (const { phone } of [applicant, respondent]) expect(phone).toMatch(/^13800000\d{3}$/)
  }
})

test('every slot in a report is filled, and the words that others read have none', () => {
  for (const { words } of plan.cases) expect(words).not.toMatch(/[{}]/)
  const read = troubles.flatMap(({ summary, note, done, answer }) => [summary, note, done, answer])
  const said = [...read, ...turnedTroubles.map(({ reason }) => reason), ...Object.values(phrases).flat()]
  expect(said.filter((words) => /[{}]/.test(words))).toEqual([])
  expect(new Set(troubles.map(({ words }) => words)).size).toBe(troubles.length)
})

test('people are invented: names from our own lists, and telephones that are nobody’s', () => {
  for (const { contact } of plan.cases) {
    expect(contact.phone).toMatch(/^13800000\d{3}$/)
    expect(contact.name).toMatch(/^\p{Script=Han}{3}$/u)
  }
  for (const { publicPhone } of plan.staff)
    if (publicPhone !== null) expect(publicPhone).toMatch(/^000-\d{7}$/)
})

test('account names are sound, differ, and those that are printed are somebody’s', () => {
  const names = plan.staff.map(({ accountName }) => accountName)
  for (const name of names) expect(name).toMatch(accountNameForm)
  expect(new Set(names).size).toBe(names.length)
  const printed = demoSignIns.filter(({ face }) => face !== 'portal').map(({ accountName }) => accountName)
  expect(printed.filter((name) => !names.includes(name))).toEqual([])
  expect(accountNameOf('990104006001001')).toBe('wangge1')
})

test('a picture of each subject is a small JPEG, the same each time', async () => {
  const subjects = new Set(troubles.flatMap(({ picture }): Picture[] => (picture ? [picture] : [])))
  for (const subject of subjects) {
    const drawn = await drawPicture(subject, 1, true)
    expect(drawn.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(drawn.length).toBeLessThan(40_000)
    expect(await drawPicture(subject, 1, true)).toEqual(drawn)
    expect(await drawPicture(subject, 2, false)).not.toEqual(drawn)
  }
})

test('every community has a page, and what is published on it says that it is invented', () => {
  expect(plan.pages.length).toBe(plan.areas.filter(({ kind }) => kind === 'community').length)
  for (const { announcements, questions } of plan.pages) {
    expect(announcements.length).toBeGreaterThan(1)
    for (const { title, body } of announcements) {
      expect(body).toContain('演示数据')
      expect(title.length).toBeLessThanOrEqual(60)
    }
    for (const { words, shown, answer } of questions) {
      expect(doorFor(words)).toBeNull()
      if (shown !== undefined) expect(answer).toContain('演示数据')
    }
  }
})

test('some hundred people are registered, invented: numbers of no place, telephones that are nobody’s', () => {
  const people = plan.homes.flatMap((home) => home.people)
  expect(people.length).toBeGreaterThan(100)
  expect(new Set(people.map(({ identity }) => identity)).size).toBe(people.length)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  for (const { identity, phone, name } of people) {
    expect(identity).toMatch(/^999999\d{11}[\dX]$/)
    if (phone !== null) expect(phone).toMatch(/^138000\d{5}$/)
    expect(name).toMatch(/^\p{Script=Han}{3}$/u)
  }
  expect(people.some(({ guardian }) => guardian !== null)).toBe(true)
  expect(plan.homes.some((home) => home.people.length === 0)).toBe(true)
})

test('what rounds found and neighbours said rings as no emergency, of places that there are', () => {
  const codes = new Set(plan.areas.map(({ code }) => code))
  for (const { estateCode, found } of plan.rounds.rounds) {
    expect(codes).toContain(estateCode)
    for (const { words } of found) expect(doorFor(words)).toBeNull()
  }
  for (const { gridCode, heard } of plan.rounds.gridDays) {
    expect(codes).toContain(gridCode)
    for (const { words } of heard) expect(doorFor(words)).toBeNull()
  }
})
