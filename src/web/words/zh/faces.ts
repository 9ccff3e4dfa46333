export const facesZh = {
  portal: {
    name: '邻里',
    tabs: { label: '主要页面', home: '首页', report: '反映', follow: '进度', board: '公示', me: '我的' },
    reportButton: '我要反映',
    emergency: '有人受伤、起火、燃气泄漏、正在违法：请先打 110、119 或 120。',
  },
  field: {
    name: '邻里 · 网格',
    tabs: { label: '主要页面', today: '今日', report: '上报', grid: '我的网格', me: '我' },
  },
}
