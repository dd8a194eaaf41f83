export default {
  productName: 'Parle consommation',
};
