/** Read by graphql when it loads, so this loads before it: elsewhere than in production it checks all types twice over. */
process.env['NODE_ENV'] ??= 'production';
