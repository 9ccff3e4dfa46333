/** The wall in the command centre, besides what the console's overview says. */
export const screenZh = {
  title: '指挥大屏',
  signIn: '还没有登录',
  signInNext: '先在工作台登录，再打开大屏。大屏和工作台用同一个账号，只显示这个账号看得到的。',
  toConsole: '去工作台登录',
  fullScreen: '全屏',
  dark: '深色',
  light: '浅色',
  map: '未结诉求地图',
  shadeBy: '底色按',
  shades: { open: '未结', late: '超时', today: '今天受理' },
  legend: (most: number) => `底色越浓越多，最多的一处 ${most} 件`,
  legendNone: '没有可以上色的下级区域',
  here: (n: number) => `这里有 ${n} 件`,
  close: '收起',
  cut: (n: number) => `地图上只画期限最近的 ${n} 件`,
  up: '按 Esc 键回到上一级',
}
