/** The page of what is held of whoever reads it, said to somebody who has never heard of a register. */
export const ownRecordZh = {
  lead: '区里登记了您的什么、谁看过，都在这里。只给您本人看。',
  staff: '这里看的是居民自己的信息',
  staffNext: '您现在用的是工作账号。请退出，再用自己的手机号登录。',
  entry: {
    title: '找到您的登记',
    needsEnd:
      '住户登记里有您这个手机号。一家人常合用一个号码，为了只让您本人看到，请再填您身份证号的后四位。',
    end: '身份证号后四位',
    endHint: '最后一位是 X，就填 X。',
    endWrong: '请填四位。前三位是数字，最后一位是数字或 X。',
    send: '核对',
    found: '已找到您的登记',
    triedOften: '今天已经试了五次。请明天再试，或者带身份证到社区核对。',
    none: '住户登记里没有您这个手机号',
    noneNext:
      '可能还没有登记，也可能登记了别的号码。请带身份证到社区，请工作人员核对。您在这里的账号，下面照样可以要副本、要求删除。',
    unclear: '用这个手机号登记的不止一位',
    unclearNext:
      '还分不清哪一位是您。请带身份证到社区，请工作人员补上身份证号。补好以后，在这里填后四位就能看到。',
  },
  held: {
    title: '登记的内容',
    none: '没有登记',
    identity: '身份证号',
    identityEnd: (end: string) => `末两位 ${end}，其余加密保存`,
    homes: '住处和房产',
    children: '您监护的孩子',
    gone: (from: string, to: string) => `${from}到${to}`,
    wrong: '有不对的？要求更正',
  },
  account: {
    title: '这里的账号',
    more: '您反映的事，在“进度”里看；向社区提的问题，在社区页看。',
  },
  consents: {
    title: '您同意过的事',
    none: '没有登记过您的同意。',
    by: { self: '本人', guardian: '监护人', relative: '亲属' },
    given: (day: string) => `${day}同意`,
    withdrawn: (day: string) => `${day}收回`,
    open: '收回',
    openOf: (purpose: string) => `收回同意：${purpose}`,
    ask: (purpose: string) => `收回“${purpose}”的同意？`,
    next: '从今天起不再这样做，靠这次同意的关爱标记也一起结束。以后想恢复，跟社区说一声就行。',
    confirm: '收回同意',
    keep: '不收回',
    done: '同意已收回',
  },
  care: {
    title: '关爱标记',
    none: '没有关爱标记。',
    term: (from: string, until: string) => `从${from}到${until}`,
    over: '已结束',
  },
  looks: {
    title: '谁看过',
    lead: '每看一次都留下记录。这里说岗位和单位，不说姓名。',
    none: '还没有人看过您的登记。',
    unknown: '以前的记录，没有留下岗位',
    times: (times: number, moment: string) =>
      times === 1 ? `看过 1 次：${moment}` : `看过 ${times} 次，最近一次：${moment}`,
    identity: (moment: string, purpose: string | null) =>
      purpose === null ? `${moment} 看了完整的身份证号` : `${moment} 看了完整的身份证号，用途是“${purpose}”`,
    said: (words: string) => `当时写的是：${words}`,
    more: (n: number) => `再看 ${n} 个岗位`,
    older: '只算最近 200 条记录，更早的没有列出。',
    doubt: '觉得不该看？告诉我们',
  },
  copy: {
    title: '下载一份',
    lead: '登记、谁看过、您反映和问过的事，都在一张表里。存下以后，拿到手机的人都能打开，请收好。',
    workbook: '下载表格（Excel）',
    data: '下载数据（JSON，供程序读取）',
  },
  ask: {
    title: '您可以要求',
    open: '提出',
    by: {
      community: (day: string) => `由您的社区答复，最晚${day}。`,
      centre: (day: string) => `由区指挥中心答复，最晚${day}。`,
    },
    where: '答复写在这一页，回来就能看到。',
    waits: (day: string) => `已经提过，最晚${day}答复`,
    correct: {
      hint: '登记写错了、旧了',
      label: '哪里不对，应该是什么',
      example: '例：电话换了，现在是 138…',
      missing: '请写哪里不对',
      next: '工作人员会核对，有时要看证件。',
      send: '提交更正请求',
    },
    copy: {
      hint: '要纸质的，或者不会下载',
      label: '要怎样的副本',
      example: '例：要一份打印的，我到社区拿',
      next: '工作人员会告诉您怎么拿。要核对本人身份。',
      send: '提交副本请求',
    },
    erase: {
      hint: '删掉以后找不回来',
      told: [
        {
          title: '会删掉',
          things: [
            '住户登记里您的姓名、电话、身份证号、出生日期、同意和关爱标记',
            '您在这里的账号',
            '您反映和提问时写的话、照片和联系方式',
          ],
        },
        {
          title: '会留下',
          things: [
            '公示过的摘要：里面没有姓名和电话',
            '办理的编号、日期和岗位：看不出是您',
            '别人在他们自己的反映里写的话',
          ],
        },
        {
          title: '删掉以后',
          things: [
            '您会马上退出登录，这里再也查不到您',
            '还在办的事会继续办，但没法再联系您',
            '靠您同意的上门、联系和服务会停下来',
          ],
        },
      ],
      children: '您监护的孩子有自己的登记，不会一起删。要删，请写在下面。',
      label: '还有什么要说的',
      next: '同意以后才删。法律要求保留的，会写明理由。',
      send: '要求删除',
      ask: '要求删除您的信息？',
      last: (day: string) => `最晚${day}答复。一经同意，马上删除，找不回来。`,
      confirm: '提交删除请求',
      keep: '再想想',
    },
    sent: (kind: string, day: string) => `已收到您的请求：${kind}。最晚${day}答复。`,
    back: '不提了',
  },
  requests: {
    title: '您提过的请求',
    asked: (day: string) => `${day}提出`,
    by: (day: string) => `最晚${day}答复`,
    late: '已经过了答复的日子。请打 12345 催问。',
    answered: (day: string) => `${day}答复`,
    wrote: (words: string) => `您写的：${words}`,
    ground: (ground: string) => `理由：${ground}`,
    mistaken: '提错了，请在答复以前告诉社区。',
    appeal: '不服这个答复，可以向网信部门投诉，也可以向法院起诉。',
  },
}

export type OwnRecordWords = typeof ownRecordZh
