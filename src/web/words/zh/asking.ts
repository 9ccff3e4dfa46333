/** What a unit may still ask for, said before it asks. */
export const askingZh = {
  room: {
    extension: (times: number, days: number) => `还可以延期 ${times} 次，一共 ${days} 个工作日。`,
    pause: (times: number, days: number) => `还可以挂起 ${times} 次，一次最长 ${days} 个工作日。`,
    listing: (day: string) => `最晚 ${day}就要复查一次。`,
    returnToCentre: '这件事退过一次了：再退由区中心裁定由谁办，定了就不能再退。',
  },
  none: {
    extension: '这件事不能再延期了。',
    pause: '这件事不能再挂起了。',
    listing: '这类事项不能挂账。',
    return: '区中心已经裁定由本单位办，不能再退。',
  },
  condition: '等什么条件？',
  conditionHint: '写清什么事办成了才能接着办，例如“年度改造资金下达”。复查时照这一条看。',
  conditionNeeded: '请写明等什么条件，至少 2 个字。',
}
