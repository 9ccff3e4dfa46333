import { expect, test } from 'vitest'
import { complainedOf } from './complained-of.rule.ts'

test.each([
  '网格员态度恶劣',
  '网格员上门登记，说话态度很差',
  '我们的网格长骂人',
  '社区工作人员推诿，一直不给办',
  '社区的工作人员互相踢皮球',
  '居委会不作为，反映三次没人理',
  '居委会主任刁难老人',
  '街道工作人员不作为',
  '街道办事处对我们的事不管不问',
  '街道办主任打人',
  '网格员吃拿卡要',
  '居委乱收费，每户十块',
  '村委会干部欺负人',
  '社区书记泄露我的电话',
  '那个态度恶劣的网格员又来了',
  '我要投诉网格员小王',
  '投诉我们社区的网格员',
  '投诉社区主任',
  '网格 员 态度 恶劣',
  '找网格员办证，网格员故意拖',
  'The grid worker was rude to my mother',
  'Community staff refused to help',
  'Complaint about the grid leader',
])('complains of a worker: %s', (words) => {
  expect(complainedOf(words)).not.toBeNull()
})

test.each([
  '网格员帮了大忙，谢谢',
  '请网格员来看看',
  '网格员态度很好，没有推诿',
  '居委会从来不推诿',
  '感谢网格员，解决了物业不作为的问题',
  '楼上邻居骂人，请居委会来调解',
  '居委会门口有人骂人',
  '居委会门口的摊贩态度恶劣',
  '居委会门口停车收费的态度恶劣',
  '向居委会投诉过物业乱收费',
  '物业乱收费，请社区工作人员协调',
  '网格员说邻居不作为',
  '网格员被打我看见了',
  '网格员帮我劝了骂人的租户',
  '物业态度恶劣',
  '街道上路灯不亮，没人管',
  '社区广场舞太吵，扰民',
  '联系社区干部看看井盖',
  'Please ask the grid worker to come and look',
  'The neighbour was rude; please tell the community desk',
])('does not complain of a worker: %s', (words) => {
  expect(complainedOf(words)).toBeNull()
})

test.each([
  ['街道工作人员不作为', 'street'],
  ['街道办事处对我们的事不管不问', 'street'],
  ['街道办主任打人', 'street'],
  ['社区和街道办互相推诿', 'street'],
  ['投诉街道办', 'street'],
  ['The street office refused to help', 'street'],
  ['居委会主任刁难老人', 'community'],
  ['网格员吃拿卡要', 'community'],
  ['网格员态度恶劣，请街道办管一管', 'community'],
])('%s: kept from the desk of the %s', (words, level) => {
  expect(complainedOf(words)).toBe(level)
})
