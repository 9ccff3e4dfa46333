import type { ConsolePermissionsWords, TableAct } from '../../words/zh/console-permissions.ts'

/** Acts by the work they belong to, in the order of a case's way. */
export const groups: Readonly<Record<keyof ConsolePermissionsWords['groups'], readonly TableAct[]>> = {
  intake: [
    'case.see',
    'case.accept_on_behalf',
    'case.screen',
    'case.dispatch',
    'case.decide',
    'case.arbitrate',
  ],
  handling: ['case.sign', 'case.handle', 'case.resolve', 'case.request'],
  answering: ['case.reply', 'case.publish', 'case.check', 'case.press', 'case.close'],
  whistles: [
    'whistle.see',
    'whistle.blow',
    'whistle.answer',
    'whistle.coordinate',
    'whistle.rate',
    'whistle.advise',
    'emergency.declare',
  ],
  assessment: ['assessment.see', 'assessment.claim', 'assessment.mark', 'assessment.decide'],
  persons: [
    'case.see_reporter',
    'case.erase',
    'register.see',
    'register.update',
    'register.see_identity',
    'register.export',
    'register.import',
    'rights.answer',
    'register.count',
  ],
  territory: ['grid.see', 'alert.see', 'community.publish', 'community.answer'],
  district: [
    'import.run',
    'export.run',
    'area.manage',
    'unit.manage',
    'body.manage',
    'link.manage',
    'channel.manage',
    'matter.manage',
    'calendar.manage',
  ],
  oversight: ['people.manage', 'journal.verify'],
}

export const groupNames = Object.keys(groups) as (keyof typeof groups)[]
