export const mapZh = {
  nearer: '放大',
  farther: '缩小',
  refused: '这台设备画不出地图，请用旁边的列表，内容是一样的。',
  noOutlines: '本区还没有录入边界，画不出地图，请用列表。',
  source: (whose: string) => `底图：${whose}`,
  gentle: {
    touch: '用两根手指移动地图',
    wheel: '按住 Ctrl 再滚动，可以缩放地图',
    wheelMac: '按住 ⌘ 再滚动，可以缩放地图',
  },
  up: '回到上一级',
  parts: (n: number) => `下辖 ${n} 个区域`,
  place: {
    title: '在地图上选地点',
    how: '在地图上点一下，或者从列表里一级一级选。',
    middle: '选地图正中这一点',
    listLabel: (name: string) => `${name}的区域`,
    asking: '正在看这是哪里…',
    outside: '这个点不在本区，请在边界里面选。',
    chosen: (place: string) => `选的是：${place}`,
    take: '就是这里',
    close: '收起地图',
  },
  board: {
    label: '各社区办理情况地图',
    listLabel: '各社区办理情况',
    counts: (open: number, done: number) => `在办 ${open} 件，办结 ${done} 件`,
    selected: (name: string, open: number, done: number) => `${name}：在办 ${open} 件，办结 ${done} 件`,
    none: '还没有公示的事',
    all: (open: number, done: number) => `全区在办 ${open} 件，办结 ${done} 件`,
    only: (name: string) => `只看${name}的事`,
    hint: '地图只按社区计数，不标具体位置。底色越浓，公示的事越多。',
    wider: (name: string) => `${name}（没有写明社区）`,
  },
}

export type MapWords = typeof mapZh
