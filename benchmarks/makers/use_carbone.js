// carbone as its documentation has it: a template rendered with data, the result written.
'use strict'
const fs = require('fs')
const carbone = require('carbone')
const serve = require('./serving.js')

const [template, data, out] = process.argv.slice(2, 5)
const values = JSON.parse(fs.readFileSync(data, 'utf8'))

serve((path) => new Promise((resolve, reject) => {
  carbone.render(template, values, (error, result) => {
    if (error) return reject(error)
    fs.writeFileSync(path, result)
    resolve()
  })
}), out).then(() => { if (process.argv[process.argv.length - 1] !== 'serve') process.exit() })
