import type { Cause } from './contract.ts'

/** How disputes are told in figures, on the page and in the sheet that is made of it. */
interface DisputeWords {
  readonly title: string
  readonly byPlace: string
  readonly byQuarter: string
  readonly community: string
  readonly causes: Readonly<Record<Cause, string>>
  readonly total: string
  readonly agreed: string
  readonly kept: string
  readonly opened: string
  readonly ended: string
  readonly few: string
  readonly quarter: string
  readonly area: string
  readonly and: string
  readonly small: string
  readonly smallSaid: string
  /** YYYY-Qn in words. */
  readonly quarterOf: (quarter: string) => string
}

export const disputeWordsZh: DisputeWords = {
  title: '纠纷在哪里、为什么',
  byPlace: '各社区的起因',
  byQuarter: '各季度的件数',
  community: '社区（村）',
  causes: {
    noise: '噪声扰邻',
    leak: '漏水渗水',
    parking: '停车占位',
    shared_space: '公共部位占用',
    pets: '养宠物',
    property_fees: '物业服务和收费',
    renovation: '装修施工',
    tenancy: '房屋租赁',
    marriage: '婚姻关系',
    support: '赡养抚养',
    inheritance: '继承分家',
    injury: '损害赔偿',
    consumer: '消费买卖',
    debt: '借贷欠款',
    other: '其他',
  },
  total: '合计',
  agreed: '达成协议',
  kept: '履行到位',
  opened: '开始的',
  ended: '结束的',
  few: '隐去',
  quarter: '季度',
  area: '范围',
  and: '、',
  small: '小数目',
  smallSaid: '少于 5 件的隐去，能推出它的数也隐去',
  quarterOf: (quarter) => `${quarter.slice(0, 4)} 年第${'一二三四'[Number(quarter.slice(6)) - 1]}季度`,
}

export const disputeWordsEn: DisputeWords = {
  title: 'Where disputes gather, and why',
  byPlace: 'Causes by community',
  byQuarter: 'By quarter',
  community: 'Community',
  causes: {
    noise: 'Noise',
    leak: 'Leaks and damp',
    parking: 'Parking',
    shared_space: 'Shared space taken',
    pets: 'Pets',
    property_fees: 'Property service and fees',
    renovation: 'Building work',
    tenancy: 'Tenancy',
    marriage: 'Marriage',
    support: 'Support of parents or children',
    inheritance: 'Inheritance',
    injury: 'Damage and injury',
    consumer: 'Purchases',
    debt: 'Loans and debts',
    other: 'Something else',
  },
  total: 'In all',
  agreed: 'Agreed',
  kept: 'Kept',
  opened: 'Began',
  ended: 'Ended',
  few: 'held back',
  quarter: 'Quarter',
  area: 'Area',
  and: ', ',
  small: 'Small numbers',
  smallSaid: 'fewer than 5 are held back, with what would tell them',
  quarterOf: (quarter) => `Quarter ${quarter.slice(6)} of ${quarter.slice(0, 4)}`,
}
