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
  console: {
    name: '邻里 · 工作台',
    menuLabel: '工作台菜单',
    menuButton: '菜单',
    menu: {
      desk: '诉求办理',
      approvals: '待我审批',
      community: '公告与问答',
      register: '人口与房屋',
      report: '代报',
      map: '地图',
      import: '导入',
      matters: '事项目录',
      areas: '区域',
      posters: '二维码海报',
      people: '人员与岗位',
      services: '服务账号',
      permissions: '权限',
    },
  },
}
