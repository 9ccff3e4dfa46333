import type { Level } from '../../../cases/emergency/contract.ts'
import type { emergencyZh } from '../zh/emergency.ts'
import { inside } from './time.ts'

const levels: Record<Level, string> = {
  1: 'Level I response',
  2: 'Level II response',
  3: 'Level III response',
  4: 'Level IV response',
}

export const emergencyEn = {
  label: 'Emergency notice',
  drill: 'Drill',
  levels,
  since: (moment: string) => `since ${inside(moment)}`,
  danger: 'If anybody is in danger, ring first:',
  fire: '119 fire and rescue',
  doctor: '120 ambulance',
  police: '110 police',
  ring: 'For anything else ring:',
  line: (name: string, phone: string) => `${phone} ${name}`,
  first: 'Its cases go first.',
  confirm: 'I know',
  confirmed: (minutes: number) =>
    minutes === 0
      ? 'You have confirmed, within a minute'
      : minutes === 1
        ? 'You have confirmed, after 1 minute'
        : `You have confirmed, after ${minutes} minutes`,
} satisfies typeof emergencyZh
