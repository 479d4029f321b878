// How a maker of documents is told to make one: as serving.py says.
'use strict'
const fs = require('fs')
const readline = require('readline')

// Makes one document, or as many as standard input says; make may return a promise.
module.exports = async function serve (make, out) {
  if (process.argv[process.argv.length - 1] !== 'serve') {
    await make(out)
    return
  }
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const files = Array.from({ length: Number(line) }, (_, number) => `${out}-${number}`)
    const start = process.hrtime.bigint()
    for (const file of files) await make(file)
    const took = Number(process.hrtime.bigint() - start) / 1e6
    for (const file of files) fs.renameSync(file, out)
    console.log(took / files.length)
  }
}
