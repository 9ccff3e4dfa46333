/** Words of desks and reporters that fit any trouble, for the demonstration's cases. */
export const phrases = {
  extension: [
    '所需配件要从外地调货，预计后天到，申请延长办理时间。',
    '涉及两家产权单位，会商定在周四，请延长几天。',
    '连日下雨无法施工，申请延期。',
  ],
  extension_granted: ['情况属实，同意延期，请每天向反映人说明进度。', '同意。到货当天须完工，不再延。'],
  extension_refused: ['同类配件库房有存货，请今天领用，不同意延期。', '理由不充分，请按原时限办理。'],
  pause: ['需等检测机构出具报告，期间无法施工，申请挂起。', '当事人外出，约好下周回来当面处理，申请挂起。'],
  listing: [
    '需列入年度改造计划统一施工，申请挂账，先做临时防护。',
    '涉及整条管网更换，资金已申报，申请挂账并定期回看。',
  ],
  listing_condition: ['年度改造资金下达、施工单位进场。', '管网改造方案批复、资金到位。'],
  arbitrated: ['产权和养护责任以移交清单为准，由该单位负责，其他单位配合。'],
  return: [
    '经现场查看，该处产权不属我单位，申请退单改派。',
    '此事由街道牵头更合适，我单位可以配合，申请退单。',
  ],
  granted: ['同意。', '情况属实，同意。'],
  redispatched: ['首接单位核实后改由街道牵头，原单位协助。'],
  assisted: ['需社区配合入户协调，请一并到场。'],
  assist_note: ['已配合入户说明情况，取得居民同意。'],
  check_failed: ['回访时反映人说只做了一半，请返工后再报办结。', '照片看不出修后的样子，请补做补拍。'],
  added: [
    '补充一下，今天又看了，情况比昨天严重。',
    '补充：早上八点到九点最明显，来看请选这个时间。',
    '刚才有师傅来看过了，谢谢，盼早点修好。',
  ],
  withdrawn: ['邻居之间已经说好了，不用再派人，谢谢。', '今天路过看到已经修好了，撤回。'],
  solved: [
    '当天就有人来，师傅态度也好。',
    '解决了，辛苦大家。',
    '比想的快，谢谢。',
    '修得很仔细，走的时候还把地扫了。',
    '',
    '',
    '',
  ],
  fair: ['修是修好了，就是等得久了点。', '还可以，希望以后不用催。', ''],
  unsolved: [
    '修完第二天又坏了，请再来看。',
    '只处理了一半，另一头还是老样子。',
    '没有人联系过我，现场也没变化。',
  ],
} as const satisfies Record<string, readonly string[]>

/** An alert (紧急提醒) is no case: the numbers come first, and the grid worker is told. */
export const alertWords = {
  open: '楼下长椅上有位老人晕倒了，已经打了120，麻烦网格员来引一下救护车。',
  taken: '楼道里能闻到很浓的燃气味，已经打过抢修电话，请来人敲门提醒大家。',
} as const

/** Kept from the board, from the street and from the community: the centre alone sees it (Care 3). */
export const confidentialWords = {
  words: '有一名工作人员收了商户的好处费，我手里有转账截图，希望查清楚，也请替我保密。',
  matter: 'CF03',
} as const
