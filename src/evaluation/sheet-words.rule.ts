import { accountSheetWords } from '../people/account-words.rule.ts'
import type { Direction, Measure, MonthState } from './contract.ts'
import type { PartBy } from './parts.contract.ts'

/** What the sheet says, in one language: a workbook is read far from the pages, whose words `web/words/sheet-words.test.ts` holds equal. */
interface AssessmentSheetWords {
  readonly title: Readonly<Record<Direction, string>>
  readonly unit: string
  readonly score: string
  readonly measures: Readonly<Record<Measure, string>>
  readonly share: (measure: string) => string
  readonly facts: (measure: string) => string
  readonly tooFew: string
  readonly month: string
  readonly state: string
  readonly states: Readonly<Record<MonthState, string>>
  readonly by: string
  readonly parts: Readonly<Record<PartBy, string>>
  readonly noMatter: string
  readonly posts: Readonly<Record<string, string>>
}

const zh: AssessmentSheetWords = {
  title: { down: '双向考核：上级考核各单位', up: '双向考核：基层评价应哨、协办和支持' },
  unit: '单位',
  score: '得分（满分 100）',
  measures: {
    responded: '首次响应及时',
    resolved: '按时办结',
    solved: '问题解决',
    satisfied: '群众满意',
    stood: '办结后没有重办',
    signed: '按时签到',
    arrived: '按时到场',
    answered: '没有拒绝、没有缺席',
    promptness: '行动速度',
    result: '处置结果',
    attitude: '配合态度',
    assisted: '按时协办',
    assist_mark: '协办评价',
    support_mark: '日常支持',
  },
  share: (measure) => `${measure}：得分率`,
  facts: (measure) => `${measure}：条数`,
  tooFew: '太少，不作结论',
  month: '月份',
  state: '状态',
  states: { running: '正在进行', provisional: '初步结果', final: '最终结果' },
  by: '怎么分',
  parts: { matter: '事项', category: '事项分类', post: '岗位' },
  noMatter: '没有定事项的',
  posts: accountSheetWords.zh.posts,
}

const en: AssessmentSheetWords = {
  title: { down: 'Assessment of units from above', up: 'Assessment from below: coming and helping' },
  unit: 'Unit',
  score: 'Score (of 100)',
  measures: {
    responded: 'First answer in time',
    resolved: 'Done in time',
    solved: 'Solved',
    satisfied: 'Satisfied',
    stood: 'Not done again after closing',
    signed: 'Signed in time',
    arrived: 'On the spot in time',
    answered: 'Neither refused nor absent',
    promptness: 'Promptness',
    result: 'Result',
    attitude: 'Attitude',
    assisted: 'Assisted in time',
    assist_mark: 'Help on cases, as marked',
    support_mark: 'Support, as marked',
  },
  share: (measure) => `${measure}: share`,
  facts: (measure) => `${measure}: how many`,
  tooFew: 'Too few to say',
  month: 'Month',
  state: 'State',
  states: { running: 'Running', provisional: 'Provisional', final: 'Final' },
  by: 'Taken apart by',
  parts: { matter: 'Matter', category: 'Category', post: 'Post' },
  noMatter: 'Without a matter',
  posts: accountSheetWords.en.posts,
}

export const assessmentSheetWords = { zh, en } as const
