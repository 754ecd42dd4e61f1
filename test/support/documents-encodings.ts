/** Texts of clients, and their bytes in encodings that Node reads and does not write. */
export const IN_OLD_ENCODINGS = {
  gb18030: {
    text: '项目背景：\n新品春季上市，需要在六周内提升品牌知名度。\n目标受众：25至35岁的城市女性，关注健康生活。\n核心信息：轻松一刻，自然好味。\n交付物：主视觉一套、海报三张、短视频两支。\n预算：人民币五十万元以内，不含媒介费用。\n注意事项：不得使用绝对化用语，须标注广告审查编号。\n上线时间：3月14日。\n',
    bytes: Buffer.from(
      'z+7Ev7GzvrCjugrQwsa3tLq8vsnPytCjrNDo0qrU2sH51tzE2szhyf3Gt8XG1qrD+7bIoaMKxL+x6src1tqjujI11sEzNcvqtcSzx8rQxa7Q1KOsudjXor2hv7XJ+rvuoaMKusvQxNDFz6Kjusfhy8nSu7/Mo6zX1Mi7usPOtqGjCr27uLbO76O61vfK07710rvM16GiuqOxqMj91cWhorbMytPGtcG91qehowrUpMvjo7rIy8PxsdLO5cquzfLUqtLUxNqjrLK7uqzDvb3pt9HTw6GjCtei0uLKws/uo7qyu7XDyrnTw774ttS7r9PD0++jrNDrserXornjuObJ87LpseC6xaGjCsnPz9/Ksbzko7oz1MIxNMjVoaMK',
      'base64',
    ),
  },
  gbkShort: {
    text: '预算：五十万元\n',
    bytes: Buffer.from('1KTL46O6zuXKrs3y1KoK', 'base64'),
  },
  big5: {
    text: '專案背景：\n新品春季上市，需要在六週內提升品牌知名度。\n目標受眾：25至35歲的城市女性，關注健康生活。\n核心訊息：輕鬆一刻，自然好味。\n預算：新臺幣一百萬元以內，不含媒體費用。\n',
    bytes: Buffer.from(
      'sU2u161JtLqhRwq3c6t+rEupdaRXpauhQbvdrW6mYqS7tmekurSjpMmrfrVQqr6mV6vXoUMKpdi80Kj8srOhRzI1ptwzNbezqrqrsKWrpGupyqFBw/aqYLC3sWSlzayhoUMKrtak37BUrqehR7u0w1CkQKjooUGm27VNpm6o/aFDCrl3uuKhR7dzu0+59KRApsq4VaS4pUikuqFBpKOndLRDxem2T6XOoUMK',
      'base64',
    ),
  },
  windows1252: {
    text: 'Hello Zoë,\nthe café brief from Zürich: naïve crème brûlée, “très chic”, for 20 € – à bientôt.\nBudget: £5,000\nGrüße\nAndré\n',
    bytes: Buffer.from(
      'SGVsbG8gWm/rLAp0aGUgY2Fm6SBicmllZiBmcm9tIFr8cmljaDogbmHvdmUgY3LobWUgYnL7bOllLCCTdHLocyBjaGljlCwgZm9yIDIwIIAgliDgIGJpZW509HQuCkJ1ZGdldDogozUsMDAwCkdy/N9lCkFuZHLpCg==',
      'base64',
    ),
  },
} as const;

/** Of languages that are not guessed at. */
export const NOT_GUESSED = {
  eucKr: Buffer.from(
    'x8G3zsGnxq4gueiw5jogvcXBpsewILq9IMPivcMgxLfG5MDOwNS0z7TZLgq48celILDtsLQ6ILW1vcO/oSC757TCIL+pvLouCg==',
    'base64',
  ),
  shiftJis: Buffer.from(
    'ltqTSYFGkFaPpJVpgsyURpJtgvCNgoLfgumCsYLGgUIKg16BW4NRg2KDZ4FGk3OOc5WUgsmPWoLej5eQq4LFgreBQgo=',
    'base64',
  ),
  eucJp: Buffer.from(
    'zNzFqqGnv7e+psnKpM7Hp8POpPK54qThpOuks6TIoaMKpb+hvKWypcOlyKGnxdS71Mn0pMu9u6TgvffAraTHpLmhowo=',
    'base64',
  ),
  windows1251: Buffer.from(
    '1uXr/Dog7+7i+/Ho8vwg8+ft4OLg5ezu8fL8IOHw5e3k4C4KwPPk6PLu8Oj/OiDm5e356O37IOjnIOHu6/z46PUg4+7w7uTu4i4K',
    'base64',
  ),
  koi8: Buffer.from(
    '48XM2Dog0M/X2dPJ1Ngg1drOwdfBxc3P09TYIMLSxc7EwS4K4dXEydTP0snROiDWxc7dyc7ZIMnaIMLPzNjbycggx8/Sz8TP1y4K',
    'base64',
  ),
  windows1250: Buffer.from(
    'Q+1sOiB6dv2aaXQgcG927GRvbe0gbyB6bmHoY2UsIJ7hZG7pIHD47WxpmiBkbG91aOkgdGV4dHkuClJvenBv6GV0OiCaZWRlc+F0IHRpc+1jIGtvcnVuLCB26GV0buwgdGlza3UuCg==',
    'base64',
  ),
  iso8859_2: Buffer.from(
    'Q+1sOiB6dv25aXQgcG927GRvbe0gbyB6bmHoY2UsIL7hZG7pIHD47WxpuSBkbG91aOkgdGV4dHkuClJvenBv6GV0OiC5ZWRlc+F0IHRpc+1jIGtvcnVuLCB26GV0buwgdGlza3UuCg==',
    'base64',
  ),
  oneWord: Buffer.from('1KTL4w==', 'base64'),
} as const;
