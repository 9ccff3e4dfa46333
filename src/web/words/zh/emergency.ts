import type { Level } from '../../../cases/emergency/contract.ts'

const levels: Record<Level, string> = { 1: '一级响应', 2: '二级响应', 3: '三级响应', 4: '四级响应' }

export const emergencyZh = {
  label: '应急提示',
  drill: '演练',
  levels,
  since: (moment: string) => `${moment} 起`,
  danger: '有人有危险，先打：',
  fire: '119 火警救援',
  doctor: '120 急救',
  police: '110 报警',
  ring: '有事打：',
  line: (name: string, phone: string) => `${phone} ${name}`,
  first: '这类事排在最前面办。',
  confirm: '我知道了',
  confirmed: (minutes: number) =>
    minutes === 0 ? '已确认收到，用了不到 1 分钟' : `已确认收到，用了 ${minutes} 分钟`,
}
