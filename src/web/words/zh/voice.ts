/** What was heard goes behind what stands, and never in its place. Browsers hear no commas. */
function add(stands: string, heard: string): string {
  const fresh = heard.trim()
  if (fresh === '' || stands === '') return `${stands}${fresh}`
  return /[\p{P}\s]$/u.test(stands) || /^\p{P}/u.test(fresh) ? `${stands}${fresh}` : `${stands}，${fresh}`
}

export const voiceZh = {
  add,
  start: '用说的',
  stop: '说完了',
  startFor: (field: string) => `用说的：${field}`,
  stopFor: (field: string) => `说完了：${field}`,
  listening: '正在听，请说…',
  heard: '已写进去，请看一遍再提交。',
  first: {
    title: '说之前先知道一件事',
    says: '话由这个浏览器变成字。有的浏览器（例如 Chrome）会把声音传给它的厂商去听写。邻里不收录音，只收您提交的字。',
    careful: '不方便外传的姓名、门牌、电话，还是打字好。',
    go: '知道了，开始说',
    no: '还是打字',
  },
  ends: {
    silence: '没有听到声音。离话筒近一点，再点一次“用说的”，或者打字。',
    refused: '没有允许用话筒。请在浏览器的网站设置里允许，再点一次；也可以用键盘上的话筒说，或者打字。',
    noMicrophone: '没有找到话筒，或者别的程序正在用。接好以后再点一次，或者打字。',
    unreachable: '这个浏览器的听写服务现在连不上。可以用键盘上的话筒说，或者打字。',
    failed: '这个浏览器现在听不了。可以用键盘上的话筒说，或者打字。',
  },
}

export type VoiceWords = typeof voiceZh
