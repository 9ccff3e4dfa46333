/** A party asks to be forgotten: what goes, what stays, and whose it is to do. */
export const erasePartyZh = {
  asked: '本人要求删除个人信息',
  title: '删除一位当事人的个人信息',
  takes: '会永久删除',
  taken: [
    '这个人的称呼和电话',
    '本人单独说的话和写的原因；是申请人的，还有申请时写的内容；是对方的，还有申请人写的“对方是谁”',
    '和本人账号的关联，收到过的通知',
  ],
  stays: '会留下',
  stayed: [
    '协议、调解记录和回访里写的话。里面写到这个人的，请先另行处理',
    '哪天做了什么，只有编号，没有姓名',
    '签字盖章的纸质协议书，由委员会依法存档',
  ],
  noReturn: '删了不能恢复。',
  toOffice: '您的岗位没有删除的权限，由区中心或区管理员办理。请先核实是本人要求，再把下面的网址发给他们。',
  mayHere: '请先核实是本人要求。',
  toPage: '去办理删除',
  lead: '为了保密，这一页不显示是谁，也不显示是什么纠纷。请先向发来网址的社区核实：是本人要求的，编号也对得上。',
  number: (digits: string) => `编号末六位 ${digits}`,
  send: '永久删除',
  ask: '永久删除这位当事人的个人信息？',
  done: (texts: number) =>
    texts === 0 ? '已经没有可删的文字，账号关联也去掉了。' : `删好了，一共 ${texts} 段文字。`,
  wrong: '这个网址不完整。',
  wrongNext: '请让社区从这件调解的页面上重新复制。',
}
