import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said, send } from './attack.ts'
import { caseAttacks } from './cases.attacks.ts'
import { districtAttacks } from './district.attacks.ts'
import { emergencyAttacks } from './emergency.attacks.ts'
import { fileAttacks } from './files.attacks.ts'
import { idAttacks } from './ids.attacks.ts'
import { mediationAttacks } from './mediation.attacks.ts'
import { postAttacks } from './posts.attacks.ts'
import { programAttacks } from './programs.attacks.ts'
import { registerAttacks } from './register.attacks.ts'
import { registerFileAttacks, rightsAttacks } from './rights.attacks.ts'
import { openScene, type Scene, secrets } from './scene.ts'
import { stationAttacks } from './station.attacks.ts'
import { whistleAttacks } from './whistle.attacks.ts'
import { bodyAttacks, headerAttacks } from './wire.attacks.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
}, 240_000)
afterAll(() => scene.world.close())

const families = {
  'cases of others': caseAttacks,
  whistles: whistleAttacks,
  mediations: mediationAttacks,
  'stations and joint actions': stationAttacks,
  emergencies: emergencyAttacks,
  'ids of others': idAttacks,
  'what looks after the district': districtAttacks,
  'posts and terms': postAttacks,
  programs: programAttacks,
  'the register': registerAttacks,
  'files of the register': registerFileAttacks,
  'what people ask about themselves': rightsAttacks,
  bodies: bodyAttacks,
  'cookies and headers': headerAttacks,
  files: fileAttacks,
}

for (const [family, attacks] of Object.entries(families))
  describe(family, () => {
    test.each(attacks.map((one) => [one.name, one] as const))('%s', async (_, { wants, ask, holds }) => {
      const reply = await send(scene, await ask(scene))
      expect(said(reply), reply.body.slice(0, 300)).toBe(wants)
      if (reply.statusCode >= 400)
        for (const secret of Object.values(secrets)) expect(reply.body).not.toContain(secret)
      await holds?.(scene, reply)
    })
  })

test('no two attacks are one, and there are enough of them', () => {
  const names = Object.values(families).flatMap((attacks) => attacks.map(({ name }) => name))
  expect(names.length).toBe(new Set(names).size)
  expect(names.length).toBeGreaterThanOrEqual(200)
})
