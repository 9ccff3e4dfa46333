import type { Act } from '../timeline.tsx'

const acts = (words: readonly [string, string, string?][]): Act[] =>
  words.map(([what, who, note], index) => ({
    id: String(index),
    what,
    who,
    at: index === words.length - 1 ? null : `2026-11-2${index + 1}T08:1${index}:00+08:00`,
    ...(note === undefined ? {} : { note }),
  }))

/** Invented words for the gallery; the demonstration district only. */
export const samplesZh = {
  title: '邻里的部件',
  headings: {
    lights: '灯：形状、颜色和字',
    clockBar: '时间账条',
    timeline: '经过',
    cards: '卡片、分步：大字时折起、一步一步来',
    buttons: '按钮、提示、对话框',
    form: '表单',
    states: '空、等待、离线、拒绝',
  },
  caseTitle: '三楼楼道灯不亮',
  acts: acts([
    ['居民反映', '望江区（演示） 扫码', '“三楼的灯一晚上没亮，老人下楼看不清台阶。”'],
    ['街道甄别', '按《事项目录》派给物业'],
    ['物业签收', '电工下午到'],
    ['接下来', '物业换好灯，拍照办结'],
  ]),
  card: { title: '身边的事', more: '看全部', folded: '您写的', body: '三楼的灯一晚上没亮。' },
  steps: ['先说什么事', '再说在哪里', '最后留联系方式'],
  openDialog: '打开对话框',
  dialogTitle: '是急事吗？',
  form: {
    words: '发生了什么事？',
    wordsHint: '说清在哪里、什么情况就行，不用写称呼。',
    wordsError: '请写一句发生了什么。',
    phone: '手机号',
    phoneError: '请输入 11 位手机号。',
    phoneHint: '只给办理的人看，用来告诉您结果。',
    photos: '照片',
    solved: '问题解决了吗？',
    choices: [
      { value: 'yes', label: '解决了' },
      { value: 'partly', label: '解决了一部分', hint: '还差什么，可以接着写' },
      { value: 'no', label: '没解决' },
    ],
    choiceError: '请选一项。',
    notEmergency: '我已看过急救和报警电话，这不是急事',
  },
}

export const samplesEn: typeof samplesZh = {
  title: 'The parts of Linli',
  headings: {
    lights: 'Lights: shape, colour and words',
    clockBar: 'Clock bar',
    timeline: 'Story',
    cards: 'Cards and steps: in large type folded, and one by one',
    buttons: 'Buttons, news, dialog',
    form: 'Form',
    states: 'Empty, loading, offline, refused',
  },
  caseTitle: 'Stair lamp on the third floor is out',
  acts: acts([
    [
      'A resident reported',
      'Wangjiang District (demo), by QR code',
      '“It was dark all night; my mother cannot see the steps.”',
    ],
    ['The street screened', 'sent to the property firm by the catalogue'],
    ['The property firm signed', 'the electrician comes in the afternoon'],
    ['Next', 'the firm changes the lamp and adds a photo'],
  ]),
  card: {
    title: 'Around you',
    more: 'See all',
    folded: 'What you wrote',
    body: 'The lamp on the third floor was dark all night.',
  },
  steps: ['First what happened', 'then where', 'and last how to reach you'],
  openDialog: 'Open the dialog',
  dialogTitle: 'Is it an emergency?',
  form: {
    words: 'What happened?',
    wordsHint: 'Where it is and what is wrong: that is enough.',
    wordsError: 'Please write what happened.',
    phone: 'Telephone',
    phoneError: 'Please give all 11 digits.',
    phoneHint: 'Seen only by those who handle it, to tell you the outcome.',
    photos: 'Photos',
    solved: 'Is the problem solved?',
    choices: [
      { value: 'yes', label: 'Solved' },
      { value: 'partly', label: 'Partly', hint: 'You can say what is missing' },
      { value: 'no', label: 'Not solved' },
    ],
    choiceError: 'Please choose one.',
    notEmergency: 'I have seen the emergency numbers; this is no emergency',
  },
}
